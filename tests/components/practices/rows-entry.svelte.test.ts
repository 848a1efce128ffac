import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import FiguresEntry from '#lib/components/practices/form/FiguresEntry.svelte';
import LinksEntry from '#lib/components/practices/form/LinksEntry.svelte';
import { typedOf, type TypedPractice } from '#lib/model/practices/typed.ts';
import type { Untaken } from '#lib/model/practices/untaken.ts';
import { emptyValues } from '#lib/model/practices/values.ts';
import { readBy } from '../../support/reader.ts';

const words = { name: 'Links', says: 'Pages that tell more.' };

function filledWith(typed: Partial<TypedPractice>, untaken: Untaken[] = []) {
	const filled = $state({ typed: { ...typedOf(emptyValues, String), ...typed }, untaken });
	return filled;
}

const rows = () => within(screen.getByRole('group', { name: 'Links' })).getAllByRole('listitem').length;
const labels = (filled: { typed: TypedPractice }) => filled.typed.links.map(({ label }) => label);
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('rows are added, moved and removed in place, and the focus stays with them', async () => {
	const links = ['one', 'two', 'three'].map((label) => ({ id: label, href: 'https://example.org', label }));
	const filled = filledWith({ links });
	render(LinksEntry, { props: { filled, field: 'links', words }, context: readBy() });
	await press(/^Move down: Links, row 1/);
	await tick();
	expect(labels(filled)).toEqual(['two', 'one', 'three']);
	expect(document.activeElement).toHaveAccessibleName('Move down: Links, row 2');
	await press(/^Move down: Links, row 2/);
	await tick();
	expect(document.activeElement, 'at the end there is one way only').toHaveAccessibleName('Move up: Links, row 3');
	await press(/^Remove: Links, row 2/);
	await tick();
	expect(labels(filled)).toEqual(['two', 'one']);
	expect(document.activeElement).toHaveAccessibleName('Remove: Links, row 2');
	await press(/^Add a link/);
	await tick();
	expect(rows()).toBe(3);
	expect(document.activeElement).toHaveAttribute('name', 'links.2.href');
});

test('what is wrong in a row is told beside it, and a number is shown as it was understood', () => {
	const figure = {
		id: 'a',
		what: 'Budget',
		before: '34.800,00',
		amount: 'much',
		unit: '',
		year: '',
		source: '',
		kind: 'measured' as const
	};
	const problem = { code: 'figure_unreadable', typed: 'much' } as const;
	const filled = filledWith({ evidence: [figure] }, [{ at: 'evidence.0.amount', code: 'figure_unreadable', typed: problem }]);
	render(FiguresEntry, { props: { filled, words: { ...words, name: 'Figures' } }, context: readBy() });
	const row = within(screen.getByRole('group', { name: 'Figures, row 1' }));
	expect(row.getByLabelText('Number')).toBeInvalid();
	expect(row.getByLabelText('Number')).toHaveAccessibleDescription(/not read as a number/);
	expect(row.getByLabelText('Before')).toHaveAccessibleDescription('Read as 34,800');
});
