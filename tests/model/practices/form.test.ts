import { expect, test } from 'vitest';
import { fieldNumber } from '#lib/i18n/numbers-in-fields.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { practiceFields } from '#lib/model/practices/fields.ts';
import { typedIn } from '#lib/model/practices/posted.ts';
import { languagesOf, readField } from '#lib/model/practices/read-typed.ts';
import { emptyRow, typedOf, type FormField, type TypedPractice } from '#lib/model/practices/typed.ts';
import { emptyValues, type PracticeValues } from '#lib/model/practices/values.ts';

const full: PracticeValues = {
	...emptyValues,
	lang: 'lv',
	title: 'Dzīvokļi absolventiem',
	pitch: 'Trīsdesmit dzīvokļu',
	summary: fromMarkdown('bo{**l**}d\n\n- one\n- two\n\n1986. the bridge'),
	themes: ['placemaking'],
	tags: ['mājokļi', 'absolventi'],
	evidence: [
		{
			id: crypto.randomUUID(),
			what: 'Budget',
			before: '34800',
			amount: '124400.5',
			unit: 'euros',
			year: 2017,
			source: 'city',
			kind: 'measured'
		},
		{ id: crypto.randomUUID(), what: 'Share', before: null, amount: '1.234', unit: '%', year: null, source: '', kind: 'expected' }
	],
	cost: { from: '12000.50', to: null, currency: 'PLN' },
	period: { from: { date: '2016-04-01', precision: 'quarter' }, to: { date: '2018-03-15', precision: 'day' } },
	modules: [{ id: crypto.randomUUID(), kind: 'upgrade', title: 'An evening', text: 'Once\na year' }],
	links: [{ href: 'https://daugavpils.lv/a?b=c', label: 'Rules' }],
	videos: [{ href: 'https://vimeo.com/123456', title: 'Film' }],
	files: [{ id: crypto.randomUUID(), alt: '' }, { id: crypto.randomUUID() }]
};

const shown = (values: PracticeValues, locale: 'en' | 'lv'): TypedPractice => typedOf(values, (decimal) => fieldNumber(decimal, locale));
const read = (typed: Partial<TypedPractice>, field: FormField, locale: 'en' | 'lv' = 'en', lang = 'en') =>
	readField({ ...shown(emptyValues, locale), ...typed }, field, languagesOf(locale, lang));

test('what an entry says stands in the form and is read as the same, in either language', () => {
	for (const locale of ['en', 'lv'] as const) {
		const typed = shown(full, locale);
		for (const field of practiceFields) {
			const said = readField(typed, field, languagesOf(locale, 'lv'));
			const value = field === 'cost' ? { from: expect.stringMatching(/^12000\.50?$/), to: null, currency: 'PLN' } : full[field];
			expect(said, `${field} in ${locale}`).toEqual({ value });
		}
	}
});

test('amounts, figures and dates are taken as people write them, in the language of their pages or of the entry', () => {
	const cost = (from: string, to = '', locale: 'en' | 'lv' = 'en') => read({ cost: { from, to, currency: 'EUR' } }, 'cost', locale, 'pl');
	expect(cost('€ 12 000', '12.000,50')).toEqual({ value: { from: '12000', to: '12000.50', currency: 'EUR' } });
	expect(cost('1,5 mln zł', '', 'lv')).toEqual({ value: { from: '1500000', to: null, currency: 'PLN' } });
	expect(cost('9', '8')).toEqual({ untaken: [{ at: 'cost.to', code: 'from_above_to' }] });
	expect(cost('€ 9', '8 zł')).toEqual({ untaken: [{ at: 'cost.to', code: 'two_currencies' }] });
	expect(cost('a lot')).toMatchObject({ untaken: [{ at: 'cost.from', code: 'amount_unreadable', typed: { typed: 'a lot' } }] });
	expect(read({ period: { from: '03.2026', to: '2025' } }, 'period')).toEqual({ untaken: [{ at: 'period.to', code: 'from_after_to' }] });
	expect(read({ period: { from: 'marzec 2016', to: '' } }, 'period', 'lv', 'pl')).toEqual({
		value: { from: { date: '2016-03-01', precision: 'month' }, to: null }
	});
});

test('rows without words are none, and what is wrong in a row is told where it stands', () => {
	const figure = { ...emptyRow('evidence', 'a'), what: 'Flats', amount: 'thirty', year: '17' };
	expect(read({ evidence: [emptyRow('evidence', 'b')] }, 'evidence')).toEqual({ value: [] });
	const said = read({ evidence: [emptyRow('evidence', 'b'), figure] }, 'evidence');
	expect('untaken' in said && said.untaken.map(({ at, code }) => [at, code])).toEqual([
		['evidence.1.amount', 'figure_unreadable'],
		['evidence.1.year', 'no_year']
	]);
	const link = (href: string) => read({ links: [{ id: 'a', href, label: '' }] }, 'links');
	expect(link('www.daugavpils.lv')).toEqual({ value: [{ href: 'https://www.daugavpils.lv', label: '' }] });
	for (const href of ['javascript:alert(1)', 'no address', 'https://localhost'])
		expect(link(href)).toEqual({ untaken: [{ at: 'links.0.href', code: 'no_address' }] });
	expect(read({ videos: [{ id: 'a', href: 'https://example.org/film', label: '' }] }, 'videos')).toMatchObject({
		untaken: [{ at: 'videos.0.href', code: 'video_elsewhere' }]
	});
});

test('tags are parted by commas, each once, and ten thousand of them are too many', () => {
	expect(read({ tags: ' housing,Housing ; youth,, ' }, 'tags')).toEqual({ value: ['Housing', 'youth'] });
	const all = Array.from({ length: 10_000 }, (_, n) => `tag ${n}`).join(',');
	expect(read({ tags: all }, 'tags')).toEqual({ untaken: [{ at: 'tags', code: 'too_many' }] });
});

test('a posted form says what was typed in the fields that it has, and no more', () => {
	const standing = shown(full, 'en');
	const form = new FormData();
	for (const field of ['title', 'summary', 'themes', 'modules', 'files']) form.append('has', field);
	form.append('has', 'no such field');
	form.set('title', 'New');
	form.set('summary', 'one\r\ntwo');
	form.set('modules.0.id', 'm');
	form.set('modules.0.kind', 'made up');
	form.set('modules.0.title', 'A part');
	form.set('files.0.id', 'f');
	form.set('files.0.gone', 'on');
	form.set('files.1.id', 'g');
	form.set('files.1.alt', ' A roof ');
	form.set('place', 'not among the fields');
	const { typed, fields } = typedIn(form, standing);
	expect(fields).toEqual(['title', 'summary', 'themes', 'modules', 'files']);
	expect(typed).toEqual({
		...standing,
		title: 'New',
		summary: { text: 'one\ntwo', held: '' },
		themes: [],
		modules: [{ id: 'm', kind: 'core', title: 'A part', text: '' }],
		files: [{ id: 'g', alt: 'A roof' }]
	});
});
