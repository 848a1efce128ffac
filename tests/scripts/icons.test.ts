import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { icons } from '#lib/components/ui/icons.ts';
import { iconSheet } from '../../scripts/icon-sheet.mjs';
import { root, sources } from '../support/sources.ts';

test('the sheet holds the icons as Lucide draws them', () => {
	expect(readFileSync(join(root, 'src/lib/components/ui/icons.svg'), 'utf8')).toBe(iconSheet(icons));
});

test('every icon on the sheet is shown somewhere', () => {
	const texts = sources('src/**/*.{ts,svelte}').filter(({ path }) => !path.endsWith('/icons.ts'));
	expect(icons.filter((name) => !texts.some(({ text }) => text.includes(`'${name}'`) || text.includes(`"${name}"`)))).toEqual([]);
});
