import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { exportPractices } from '#lib/server/practices/list/export-practices.ts';
import { expect, leaveDraft, leavePublished, little, test as base } from '../../support/practices.ts';

const test = base.extend<{ take: (query: string, locale?: string) => Promise<{ name: string; type: string; text: string }> }>({
	take: async ({ services, ground }, use) =>
		use((query, locale = 'en') =>
			exportPractices(services, { actor: ground.ilze, locale, origin: 'https://swing.test' }, new URLSearchParams(query))
		)
});

test('a table opens in a spreadsheet: marked as UTF-8, parted as the reader’s is, and no cell is a formula', async ({
	services,
	ground,
	take
}) => {
	await leavePublished(services, ground, {
		...little('=HYPERLINK("https://evil.example")'),
		pitch: '@SUM(1); "quoted", and more',
		summary: fromMarkdown('First.\n\nSecond.'),
		tags: ['+1', 'plain'],
		cost: { from: '1234.5', to: '20000', currency: 'EUR' },
		lessons: fromMarkdown('Rain.')
	});
	const english = await take('as=csv');
	expect(english).toMatchObject({ name: 'practices.csv', type: 'text/csv; charset=utf-8' });
	expect(english.text.startsWith('\uFEFFTitle,')).toBe(true);
	expect(english.text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
	expect(english.text).toContain(`"'@SUM(1); ""quoted"", and more"`);
	expect(english.text).toContain(`"'+1, plain"`);
	expect(english.text).toContain('1234.5,20000,EUR');
	expect(english.text).toContain('"First.\nSecond."');
	expect(english.text.endsWith('\r\n')).toBe(true);
	const latvian = await take('as=csv', 'lv');
	expect(latvian.text.startsWith('\uFEFFNosaukums;')).toBe(true);
	expect(latvian.text).toContain('1234,5;20000;EUR');
	expect(latvian.text).toContain('Portugāle');
});

test('the whole selection leaves, not only its page, and nothing that the reader may not read', async ({ services, ground, take }) => {
	for (let n = 0; n < 30; n += 1) await leavePublished(services, ground, { ...little(`Entry ${n}`), tags: [n < 26 ? 'many' : 'few'] });
	await leaveDraft(services, ground, { ...little('Not yet'), tags: ['many'] });
	const { practices } = JSON.parse((await take('as=json&tag=many&sort=title&page=2')).text) as { practices: Record<string, unknown>[] };
	expect(practices).toHaveLength(26);
	expect(practices.slice(0, 3).map(({ title }) => title)).toEqual(['Entry 0', 'Entry 1', 'Entry 2']);
	expect(Object.keys(practices[0]!)).toEqual([
		'address',
		'form',
		'city',
		'country',
		'language',
		'title',
		'pitch',
		'summary',
		'englishTitle',
		'englishPitch',
		'themes',
		'tags',
		'costFrom',
		'costTo',
		'currency',
		'fromYear',
		'toYear',
		'evidence',
		'completeness',
		'publishedAt',
		'changedAt',
		'illustrative'
	]);
	expect(practices[0]).toMatchObject({
		city: 'co',
		country: 'PT',
		summary: expect.stringContaining('Saturday') as string,
		costFrom: null
	});
	expect(String(practices[0]!.address)).toMatch(/^https:\/\/swing\.test\/practices\/entry-0-[0-9a-z]{8}$/);
	await expect(take('as=exe')).rejects.toMatchObject({ status: 404 });
	await expect(take('')).rejects.toMatchObject({ status: 404 });
	const outside = { actor: { ...ground.ilze, memberships: [] }, locale: 'en', origin: 'https://swing.test' };
	await expect(exportPractices(services, outside, new URLSearchParams('as=json'))).rejects.toMatchObject({ status: 403 });
});
