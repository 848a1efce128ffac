import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as editing from '#lib/components/plans/rows/row-editing.ts';
import RowLine from '#lib/components/plans/rows/RowLine.svelte';
import { connection } from '#lib/client/connection.svelte.ts';
import { m } from '#lib/i18n/m';
import type { ShownRow } from '#lib/model/plans/rows/beside.ts';
import { untoldRow } from '#lib/model/plans/rows/cells.ts';
import { readBy } from '../../support/reader.ts';

const line = {
	id: '6f0c2a1e-0d7c-4c57-9d0e-0a3f5a0c1b11',
	shortId: 'aaaaaaaa',
	section: '1',
	n: 1,
	changedAt: '2026-03-02T10:00:00.000Z',
	retiredAt: null
};
const beside = { practice: null, objective: null, serving: [], clashes: [] };
const budget = {
	...line,
	kind: 'budget',
	values: { ...untoldRow.budget, title: 'Benches', share: '40' },
	beside
} as ShownRow;
const action = {
	...line,
	id: '6f0c2a1e-0d7c-4c57-9d0e-0a3f5a0c1b12',
	kind: 'action',
	values: { ...untoldRow.action, title: 'Benches', costFrom: '5000', costTo: '8000', currency: 'EUR' },
	beside
} as ShownRow;

const around = {
	lang: 'en',
	plan: '/plans/coimbra/makers',
	may: true,
	currency: 'EUR',
	editing,
	fetchEditing: () => Promise.resolve(true),
	up: undefined,
	down: undefined,
	ontaken: () => {},
	onleave: () => {}
};

beforeEach(() => {
	localStorage.clear();
	vi.spyOn(connection, 'command').mockRejectedValue(new Error('no line'));
});
afterEach(() => vi.restoreAllMocks());

const open = (row: ShownRow, cell: RegExp) => {
	render(RowLine, { props: { row, ...around }, context: readBy() });
	return fireEvent.click(screen.getByRole('link', { name: cell }));
};

test('a cell that is pressed before what writing takes has come waits for it', async () => {
	const { promise, resolve } = Promise.withResolvers<boolean>();
	const props = { row: budget, ...around, editing: null, fetchEditing: () => promise };
	const { rerender } = render(RowLine, { props, context: readBy() });
	expect(await fireEvent.click(screen.getByRole('link', { name: /Share/ })), 'goes nowhere').toBe(false);
	expect(screen.queryByRole('textbox')).toBeNull();
	await rerender({ editing });
	resolve(true);
	await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Share' })));
});

const ways: [string, () => unknown][] = [
	['The button', () => fireEvent.click(screen.getByRole('button', { name: m.plans_rows_leave({}, { locale: 'en' }) }))],
	['Escape', () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })]
];

for (const [way, leave] of ways) {
	test(`${way} closes a cell whose value was not taken, and the focus goes back to it`, async () => {
		await open(budget, /Share/);
		const field = screen.getByRole('textbox', { name: 'Share' });
		await fireEvent.input(field, { target: { value: '1000000' } });
		await fireEvent.keyDown(field, { key: 'Enter' });
		await vi.waitFor(() => expect(field).toBeInvalid());
		await leave();
		await vi.waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
		await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('link', { name: /Share/ })));
		expect(document.activeElement).toHaveTextContent('40');
	});

	test(`${way} closes a cell of several fields of which one was not taken`, async () => {
		await open(action, /Cost/);
		const from = screen.getByRole('textbox', { name: 'From' });
		await fireEvent.input(from, { target: { value: '20000' } });
		await fireEvent.keyDown(from, { key: 'Enter' });
		await vi.waitFor(() => expect(document.querySelector('[aria-invalid="true"]')).not.toBeNull());
		await leave();
		await vi.waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
		expect(screen.getByRole('link', { name: /Cost/ })).toHaveTextContent(/5,000/);
	});
}

test('who does not write reads a dash in an empty cell, and is asked for nothing', () => {
	render(RowLine, { props: { row: budget, ...around, may: false }, context: readBy() });
	expect(screen.queryByRole('link')).toBeNull();
	const amount = document.querySelector('[data-cell="amount"]');
	expect(amount?.textContent?.trim()).toBe('–Not known yet');
	expect(amount?.querySelector('svg')).toBeNull();
});

test('what leads elsewhere has a pencil beside it, which says what it changes', () => {
	const linked = {
		...action,
		beside: { ...beside, objective: { id: 'o', shortId: 'oooooooo', kind: 'objective', title: 'Shade', objective: null } }
	} as ShownRow;
	linked.values = { ...action.values, objective: 'o' } as ShownRow['values'];
	render(RowLine, { props: { row: linked, ...around }, context: readBy() });
	expect(screen.getByRole('link', { name: 'Shade' })).toHaveAttribute('href', '/plans/coimbra/makers#r-oooooooo');
	const pencil = screen.getByRole('link', { name: 'Change Objective: Benches' });
	expect(pencil).toHaveAttribute('href', '/plans/coimbra/makers/rows/aaaaaaaa#c-objective');
	expect(pencil.querySelector('svg')).not.toBeNull();
	expect(pencil.textContent).toBe('');
});
