import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import RowFields from '#lib/components/plans/rows/RowFields.svelte';
import type { RowKind } from '#lib/model/plans/rows/row.ts';
import { readBy } from '../../support/reader.ts';

const show = (kind: RowKind) =>
	render(RowFields, {
		props: { kind, filled: { typed: {}, untaken: [] }, lang: 'en', objectives: [], practices: [], scripted: true },
		context: readBy()
	});

test('a cell whose first field is called as it is stands in no group of the same name', () => {
	const { unmount } = show('budget');
	expect(screen.queryByRole('group')).toBeNull();
	expect(screen.getAllByText('Amount')).toHaveLength(1);
	expect(screen.getByRole('textbox', { name: 'Amount' })).toBeVisible();
	expect(screen.getByRole('combobox', { name: 'Currency' })).toBeVisible();
	unmount();
	show('action');
	expect(screen.getByRole('group', { name: 'Cost' })).toBeVisible();
});
