import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { PlanReading, type PlanToRead } from '#lib/components/plans/read/plan-reading.svelte.ts';
import { nothingCited } from '#lib/model/plans/cited.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { ShownRow } from '#lib/model/plans/rows/beside.ts';
import type { OutlineSection } from '#lib/model/plans/shown.ts';
import { paragraphs } from '../../support/section-docs.ts';

const at = '2026-03-02T10:00:00.000Z';
const later = '2026-03-02T10:01:00.000Z';
const head = {
	id: '1',
	shortId: 'aaaaaaaa',
	part: 'actions',
	rows: 'action',
	title: 'Actions',
	lang: 'en',
	n: 3,
	length: 9,
	rowCount: 1,
	changedAt: at,
	retiredAt: null,
	hidden: false,
	illustrative: false,
	isNew: false,
	rowsAt: null,
	hint: '',
	writes: false
} satisfies OutlineSection;
const hidden = { ...head, hidden: true, title: '', length: 0, rowCount: 0 };
const row = (id: string) => ({ id, section: '1' }) as ShownRow;
const words = { ...head, doc: paragraphs('A fair.'), cited: nothingCited };
const plan = { citySlug: 'coimbra', slug: 'makers' } as PlanHead;
const standing = (section: OutlineSection, held: Partial<PlanToRead> = {}): PlanToRead => ({
	plan,
	outline: [section],
	sections: [],
	cited: nothingCited,
	rows: [],
	...held
});
const whole = () => standing(head, { sections: [words], rows: [row('fair'), row('rain')] });

test('nothing of a section that is hidden is held, and it is fetched again where it is restored', async () => {
	const fetched = vi.fn((address: string) => Promise.resolve(address.endsWith('?rows') ? [row('fair')] : words));
	const reading = new PlanReading(whole(), fetched);
	reading.hide('1');
	expect([reading.words, reading.rows, reading.outline.map(({ title }) => title)]).toEqual([{}, {}, ['']]);
	reading.take(standing(hidden));
	await reading.need(['1']);
	expect(fetched).not.toHaveBeenCalled();
	reading.take(standing(head));
	await vi.waitFor(() => expect(reading.words['1']?.doc).toEqual(words.doc));
	expect(reading.rows['1']).toEqual([row('fair')]);
	expect(reading.outline).toEqual([head]);
});

test('a page that learns of it late drops what it holds too', () => {
	const reading = new PlanReading(whole(), () => Promise.reject(new Error('away')));
	reading.take(standing(hidden));
	expect([reading.words, reading.rows]).toEqual([{}, {}]);
});

test('words that were on their way when a section was hidden are thrown away', async () => {
	let arrive = (): void => {};
	const onTheWay = new Promise<void>((resolve) => {
		arrive = resolve;
	});
	const reading = new PlanReading(standing(head), async (address) => {
		await onTheWay;
		return address.endsWith('?rows') ? [row('fair')] : words;
	});
	const needed = reading.need(['1']);
	reading.hide('1');
	arrive();
	await needed;
	expect([reading.words, reading.rows['1'] ?? []]).toEqual([{}, []]);
});

test('a row that is hidden is gone at once, even where nothing can be fetched', () => {
	const reading = new PlanReading(whole(), () => Promise.reject(new Error('away')));
	reading.rowChanged({ id: 'rain', section: '1' }, true);
	expect(reading.rows['1']?.map(({ id }) => id)).toEqual(['fair']);
});

test('a section that is taken out while its reader writes in it stays in its place, and says so, until they are done', async () => {
	const [first, second, third] = ['1', '2', '3'].map((id) => ({ ...head, id, rows: null, rowCount: 0 }));
	if (!first || !second || !third) throw new Error('three sections');
	const of = (...outline: OutlineSection[]): PlanToRead => ({ ...standing(first), outline });
	const reading = new PlanReading(of(first, second, third), () => Promise.reject(new Error('away')));
	reading.onScreen = new Set(['2', '3']);
	reading.writes(['2']);
	reading.take(of(first, third));
	expect([...reading.gone]).toEqual(['2']);
	expect(reading.isOtherwise).toBe(false);
	await reading.restand();
	expect(reading.outline.map(({ id }) => id)).toEqual(['1', '2', '3']);
	reading.take(of(third, first));
	await reading.restand();
	expect(reading.outline.map(({ id }) => id)).toEqual(['3', '1', '2']);
	reading.writes([]);
	await vi.waitFor(() => expect(reading.outline.map(({ id }) => id)).toEqual(['3', '1']));
	expect(reading.gone.size).toBe(0);
});

const clashing = (title: string) => ({ ...row('fair'), values: { title } }) as ShownRow;
/** Answers that come when they are let. */
function heldBack() {
	const asked: ((rows: ShownRow[]) => void)[] = [];
	return {
		asked,
		fetch: () =>
			new Promise<unknown>((resolve) => {
				asked.push(resolve);
			})
	};
}

test('a load that does not bring the rows of a section has them fetched: one may have to choose in them', async () => {
	const rows = vi.fn(() => Promise.resolve([clashing('asked')]));
	const fetched = vi.fn((address: string): Promise<unknown> => (address.endsWith('?rows') ? rows() : Promise.resolve(words)));
	const reading = new PlanReading(standing(head), fetched);
	await reading.need(['1']);
	rows.mockResolvedValue([clashing('asked again')]);
	reading.take(standing(head));
	await vi.waitFor(() => expect(reading.rows['1']).toEqual([clashing('asked again')]));
	expect(rows).toHaveBeenCalledTimes(2);
});

test('rows that were asked for earlier do not take the place of later ones', async () => {
	const { asked, fetch } = heldBack();
	const reading = new PlanReading(whole(), fetch);
	reading.rowChanged({ id: 'fair', section: '1' }, false);
	reading.rowChanged({ id: 'fair', section: '1' }, false);
	asked[1]?.([clashing('later')]);
	await vi.waitFor(() => expect(reading.rows['1']).toEqual([clashing('later')]));
	asked[0]?.([clashing('earlier')]);
	await setTimeout();
	expect(reading.rows['1']).toEqual([clashing('later')]);

	reading.take(whole());
	expect(reading.rows['1'], 'a load may have begun before').toEqual([clashing('later')]);
	await vi.waitFor(() => expect(asked).toHaveLength(3));
	asked[2]?.([clashing('last')]);
	await vi.waitFor(() => expect(reading.rows['1']).toEqual([clashing('last')]));
});

test('a row in which others write marks its section as new, also where nobody looks; one of the reader does not', () => {
	const away = () => Promise.reject(new Error('away'));
	const second = { ...head, id: '2', rowsAt: at };
	const reading = new PlanReading({ ...whole(), outline: [head, second, { ...hidden, id: '3' }] }, away);
	const marked = () => reading.outline.filter(({ isNew }) => isNew).map(({ id, rowsAt }) => [id, rowsAt]);
	reading.rowChanged({ id: 'fair', section: '1' }, false);
	reading.rowChanged({ id: 'rain', section: '1' }, true);
	// What the outline has already is not told anew, and what is hidden says nothing.
	reading.rowChanged({ id: 'wind', section: '2' }, false, at);
	reading.rowChanged({ id: 'frost', section: '3' }, false, later);
	expect(marked()).toEqual([]);
	reading.rowChanged({ id: 'wind', section: '2' }, false, later);
	expect(marked()).toEqual([['2', later]]);
	// It stays marked as long as the page is open, also once it counts as read.
	reading.take({ ...whole(), outline: [head, { ...second, rowsAt: later }] });
	expect(marked()).toEqual([['2', later]]);
});

test('rows count as seen up to a change by others once they show it', async () => {
	const { asked, fetch } = heldBack();
	const reading = new PlanReading({ ...whole(), outline: [{ ...head, rowsAt: at }] }, fetch);
	expect(reading.rowsUpTo).toEqual({ 1: at });
	reading.rowChanged({ id: 'fair', section: '1' }, false, later);
	expect(reading.rowsUpTo).toEqual({ 1: at });
	asked[0]?.([clashing('later')]);
	await vi.waitFor(() => expect(reading.rowsUpTo).toEqual({ 1: later }));
	reading.hide('1');
	expect(reading.rowsUpTo).toEqual({});
});

test('of rows that come with words it is known up to which change they are', async () => {
	const fetched = (address: string) => Promise.resolve(address.endsWith('?rows') ? [row('fair')] : words);
	const reading = new PlanReading(standing({ ...head, rowsAt: at }), fetched);
	expect(reading.rowsUpTo).toEqual({});
	await reading.need(['1']);
	expect(reading.rowsUpTo).toEqual({ 1: at });
});
