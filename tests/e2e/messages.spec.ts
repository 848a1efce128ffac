import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/stage.ts';
import { filesOf } from '../support/catalogue.ts';
import { root, sources } from '../support/sources.ts';
import { unspoken, type Sent } from '../support/spoken.ts';

// The build derives it from what the bundler sees; here the sources are read.
test('every page has loaded what it says', () => {
	const sent = JSON.parse(readFileSync(join(root, '.svelte-kit/output/spoken.json'), 'utf8')) as Sent;
	expect(unspoken(sources('src/**/*.{ts,svelte}'), filesOf('en'), sent)).toEqual([]);
	expect(sent.everywhere).toContain('shell');
	expect(sent.parts).toHaveProperty(['src/lib/components/text/editor/Editor.svelte'], ['editor', 'roles']);
});
