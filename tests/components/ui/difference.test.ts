import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Difference from '#lib/components/ui/Difference.svelte';
import { differenceOf } from '#lib/model/documents/difference.ts';

const shown = (before: string, after: string): HTMLElement =>
	render(Difference, { parts: differenceOf(before, after), lang: 'fr' }).container;
const words = (of: Element | null): string | undefined => of?.querySelector('[lang="fr"]')?.textContent;

test('what was added and removed is told in its place, also to who does not see it', () => {
	const container = shown('Prix : 12 000 € par an', 'Prix : 12 500 € par an');
	expect(container.querySelectorAll('ins, del')).toHaveLength(2);
	expect(words(container.querySelector('del'))).toBe('12 000');
	expect(words(container.querySelector('ins'))).toBe('12 500');
	expect(container.querySelector('.difference')).toHaveTextContent('Prix : removed: 12 000 added: 12 500 € par an');
	expect(container.querySelector('del [lang]')).not.toHaveTextContent('removed');
});

test('a line that was joined to the next is seen, and one that was put between', () => {
	expect(words(shown('un\ntrois', 'un\n\ntrois').querySelector('ins'))).toBe('¶\n');
	const container = shown('un\ndeux', 'un deux');
	expect(words(container.querySelector('del'))).toBe('¶');
});

test('what nobody changed is told once, without a mark', () => {
	const container = shown('un\n\ndeux', 'un\n\ndeux');
	expect(container.querySelector('ins, del')).toBeNull();
	expect(container.querySelector('.difference')?.textContent).toBe('un\n\ndeux');
});
