import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { stepKinds } from '#lib/model/adoptions/stages.ts';
import { adoptionStages, beforeAll, costBands, facets, type Facet } from '#lib/model/practices/facets.ts';
import { noChoice, type Choice, type PracticeList } from '#lib/model/practices/list-address.ts';
import type { PracticesListed } from '#lib/model/practices/listed.ts';
import { emptyValues, type PracticeValues } from '#lib/model/practices/values.ts';
import { completenessOf } from '#lib/model/practices/fields.ts';
import { markInterest, moveAdoption, stopAdoption } from '#lib/server/adoptions/steps.ts';
import { archivePractice, reopenPractice } from '#lib/server/practices/archive.ts';
import { bookmarkPractice } from '#lib/server/practices/ask.ts';
import { listPractices } from '#lib/server/practices/list/list-practices.ts';
import { practicesPage } from '#lib/server/practices/list/practices-page.ts';
import { expect, leaveDraft, leavePublished, little, once, test, type PracticeGround } from '../../support/practices.ts';
import type { TestServices } from '../../support/practices.ts';

const plainly = (over: Partial<PracticeList> = {}): PracticeList => ({
	q: '',
	choice: noChoice(),
	sort: 'newest',
	view: 'cards',
	page: 1,
	...over
});

const asked = (
	{ services, ground }: { services: TestServices; ground: PracticeGround },
	over: Partial<PracticeList> = {},
	by = ground.ilze
) => listPractices(services, { person: by, network: ground.network.id, locale: 'en', now: services.clock.now() }, plainly(over));

/** Values as random entries have them, with few different ones, so that they meet. */
const told = fc.record({
	lang: fc.constantFrom('en', 'lv', 'pt'),
	englishTitle: fc.constantFrom('', 'A market for quinces'),
	themes: fc.subarray(['talent', 'places', 'tech']),
	tags: fc.subarray(['youth', 'market']),
	cost: fc.option(
		fc
			.tuple(
				fc.constantFrom(0, 9_999.99, 10_000, 49_999, 50_000, 250_000, 2_000_000),
				fc.nat(900_000),
				fc.constantFrom('EUR', 'EUR', 'NOK')
			)
			.map(([from, more, currency]) => ({ from: from.toFixed(2), to: (from + more).toFixed(2), currency })),
		{ nil: null }
	),
	period: fc.option(
		fc
			.constantFrom(1995, 2000, 2004, 2005, 2019)
			.map((year) => ({ from: { date: `${year}-03-01`, precision: 'month' as const }, to: null })),
		{ nil: null }
	),
	evidence: fc
		.subarray(['measured', 'expected'] as const)
		.map((kinds) =>
			kinds.map((kind) => ({ id: randomUUID(), what: 'Stalls', before: null, amount: '12', unit: '', year: null, source: '', kind }))
		),
	lessons: fc.constantFrom(null, fromMarkdown('Rain.')),
	solution: fc.constantFrom(null, fromMarkdown('Stalls.'))
});

/** What an entry says in each facet, told naively. */
function saysIn(facet: Facet, values: PracticeValues, bookmarked: boolean, form: string): string[] {
	const { lang, englishTitle, themes, tags, cost, period, evidence, lessons } = values;
	const complete = completenessOf(values);
	const year = period?.from ? Number(period.from.date.slice(0, 4)) : null;
	switch (facet) {
		case 'theme':
			return themes;
		case 'tag':
			return tags;
		case 'stage':
			return ['none'];
		case 'city':
			return ['co'];
		case 'country':
			return ['PT'];
		case 'cost':
			if (cost === null) return ['none'];
			return costBands.filter((band) => {
				const [, from, to] = /^(?:under-|over-)?(\d+)(?:-(\d+))?$/.exec(band) ?? [];
				if (cost.currency !== 'EUR') return band === 'other';
				if (from === undefined) return false;
				const lowest = band.startsWith('under') ? 0 : Number(from);
				const highest = band.startsWith('under') ? Number(from) : to === undefined ? Infinity : Number(to);
				return Number(cost.from) < highest && Number(cost.to) >= lowest;
			});
		case 'period':
			return [year === null ? 'none' : year < 2000 ? beforeAll : String(year - (year % 5))];
		case 'evidence':
			return [evidence.some(({ kind }) => kind === 'measured') ? 'measured' : evidence.length > 0 ? 'expected' : 'none'];
		case 'completeness':
			return [complete > 9 ? '10-12' : complete > 6 ? '7-9' : complete > 3 ? '4-6' : '0-3'];
		case 'tells':
			return lessons ? ['lessons'] : [];
		case 'lang':
			return lang !== 'en' && englishTitle ? [lang, 'en'] : [lang];
		case 'form':
			return [form];
		case 'bookmarked':
			return bookmarked ? ['yes'] : [];
	}
}

const choices: fc.Arbitrary<Choice> = fc
	.record({
		theme: fc.subarray(['talent', 'places', 'tech']),
		tag: fc.subarray(['youth', 'market', 'never said']),
		cost: fc.subarray([...costBands]),
		period: fc.subarray(['none', 'before-2000', '2000', '2005']),
		evidence: fc.subarray(['measured', 'none']),
		completeness: fc.subarray(['0-3', '4-6']),
		tells: fc.subarray(['lessons']),
		lang: fc.subarray(['en', 'lv']),
		form: fc.subarray(['story']),
		bookmarked: fc.subarray(['yes']),
		city: fc.subarray(['co', 'da']),
		stage: fc.subarray(['none', 'adapt'])
	})
	.chain((all) => fc.subarray(Object.entries(all), { maxLength: 3 }).map((some) => ({ ...noChoice(), ...Object.fromEntries(some) })));

const inOrder = (counts: PracticesListed['counts']) =>
	Object.fromEntries(facets.map((facet) => [facet, Object.fromEntries(counts[facet].map(({ value, n }) => [value, n]).sort())]));

test('the counts of every facet are those of a naive count, whatever is chosen', async ({ services, ground }) => {
	const entries = fc.sample(told, { numRuns: 40, seed: 11 });
	const all: { id: string; values: PracticeValues; bookmarked: boolean; form: 'story' | 'entry' }[] = [];
	for (const [n, one] of entries.entries()) {
		const values = { ...little(`Entry ${n}`), ...one };
		const form = n % 3 === 0 ? 'story' : 'entry';
		const id = await leavePublished(services, ground, values, form);
		const bookmarked = n % 4 === 0;
		if (bookmarked) await bookmarkPractice(services, ground.ilze, { id, on: true });
		// What another person keeps is not one's own.
		else await bookmarkPractice(services, ground.nuria, { id, on: true });
		all.push({ id, values: { ...emptyValues, ...values }, bookmarked, form });
	}
	const fits = (one: (typeof all)[number], facet: Facet, chosen: string[]) =>
		chosen.length === 0 || saysIn(facet, one.values, one.bookmarked, one.form).some((value) => chosen.includes(value));
	await fc.assert(
		fc.asyncProperty(choices, async (choice) => {
			const listed = await asked({ services, ground }, { choice, page: 5 });
			const expected = all.filter((one) => facets.every((facet) => fits(one, facet, choice[facet])));
			expect(new Set(listed.entries.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
			expect([listed.count, listed.total]).toEqual([expected.length, all.length]);
			const naive = Object.fromEntries(
				facets.map((facet) => {
					const others = all.filter((one) => facets.every((each) => each === facet || fits(one, each, choice[each])));
					const counts = new Map<string, number>();
					for (const one of others)
						for (const value of saysIn(facet, one.values, one.bookmarked, one.form))
							counts.set(value, (counts.get(value) ?? 0) + 1);
					return [facet, Object.fromEntries([...counts].sort())];
				})
			);
			expect(inOrder(listed.counts)).toEqual(naive);
		}),
		{ numRuns: 60, seed: 7 }
	);
});

test('drafts, what was archived and what other networks tell are never counted', async ({ services, ground }) => {
	await leavePublished(services, ground, little('Heard by all'));
	const gone = await leavePublished(services, ground, { ...little('Put aside'), tags: ['aside'] });
	await archivePractice(services, ground.marek, { ...once(), id: gone });
	const back = await leavePublished(services, ground, { ...little('Taken up again'), tags: ['again'] });
	await archivePractice(services, ground.marek, { ...once(), id: back });
	expect((await asked({ services, ground })).counts.tag).toEqual([]);
	await reopenPractice(services, ground.marek, { ...once(), id: back });
	expect((await asked({ services, ground })).counts.tag).toEqual([{ value: 'again', n: 1 }]);
	await archivePractice(services, ground.marek, { ...once(), id: back });
	await leaveDraft(services, ground, { ...little('Half a thought'), tags: ['half'] });
	for (const reader of [ground.ilze, ground.ines, ground.marek, ground.claire]) {
		const listed = await asked({ services, ground }, {}, reader);
		expect(listed.entries.map(({ title }) => title)).toEqual(['Heard by all']);
		expect([listed.total, listed.count, listed.counts.tag]).toEqual([1, 1, []]);
	}
	const stranger = await ground.network.person('Stranger', { network: randomUUID() });
	const seen = await asked({ services, ground }, {}, stranger);
	expect([seen.total, seen.count, seen.entries, seen.counts.city]).toEqual([0, 0, [], []]);
	const suspended = { ...ground.ilze, suspended: true } as typeof ground.ilze;
	expect((await asked({ services, ground }, {}, suspended)).total).toBe(0);
	// Should the audience of an entry ever be narrower than its network, the list follows it.
	await services.db.execute(
		sql`update streams set audience = ${sql.param([`person:${ground.ines.id}`])}::text[] where kind = 'practice'`
	);
	expect((await asked({ services, ground })).total).toBe(0);
	expect((await asked({ services, ground }, {}, ground.ines)).total).toBe(1);
});

test('the newest, the fullest, and titles in the order of the reader’s language come first', async ({ services, ground }) => {
	for (const [n, title] of ['Čiekuru diena', 'Cirka skola', 'Dārza svētki', 'Daba'].entries()) {
		services.clock.advance(86_400);
		await leavePublished(services, ground, { ...little(title), lang: 'lv', ...(n === 1 && { solution: fromMarkdown('Clowns.') }) });
	}
	const titles = async (over: Partial<PracticeList>, locale = 'lv') =>
		(
			await listPractices(
				services,
				{ person: ground.ilze, network: ground.network.id, locale, now: services.clock.now() },
				plainly(over)
			)
		).entries.map(({ title }) => title);
	expect(await titles({ sort: 'title' })).toEqual(['Cirka skola', 'Čiekuru diena', 'Daba', 'Dārza svētki']);
	expect((await titles({ sort: 'complete' }))[0]).toBe('Cirka skola');
	expect((await titles({ sort: 'newest' }))[0]).toBe('Daba');
});

test('who does not read the language of an entry is shown it in English, and that it is', async ({ services, ground }) => {
	await leavePublished(services, ground, {
		...little('Bērnu tirgus'),
		lang: 'lv',
		englishTitle: 'Children’s market'
	});
	const [english] = (await asked({ services, ground })).entries;
	expect(english).toMatchObject({ title: 'Children’s market', lang: 'en', pitchLang: 'lv' });
	const read = { person: ground.ilze, network: ground.network.id, locale: 'lv', now: services.clock.now() };
	const [latvian] = (await listPractices(services, read, plainly())).entries;
	expect(latvian).toMatchObject({ title: 'Bērnu tirgus', lang: 'lv' });
});

test('an entry stands under every stage that a city has reached with it, under stopped too, and the most taken up come first', async ({
	services,
	ground
}) => {
	const lone = await leavePublished(services, ground, little('Lone'));
	const oneCity = await leavePublished(services, ground, little('Taken up once'));
	const twice = await leavePublished(services, ground, little('Taken up twice'));
	const aside = await leavePublished(services, ground, little('Taken up and stopped'));
	await markInterest(services, ground.ilze, { ...once(), id: oneCity, city: 'da' });
	const { id } = await markInterest(services, ground.ilze, { ...once(), id: twice, city: 'da' });
	await moveAdoption(services, ground.ilze, { ...once(), id, stage: 'adapt', note: '' });
	await markInterest(services, ground.nuria, { ...once(), id: twice, city: 'gr' });
	const stopped = await markInterest(services, ground.nuria, { ...once(), id: aside, city: 'gr' });
	await stopAdoption(services, ground.nuria, { ...once(), id: stopped.id, reason: 'No square.' });

	const listed = await asked({ services, ground }, { sort: 'adopted' });
	expect(inOrder(listed.counts).stage).toEqual({ adapt: 1, interested: 2, none: 1, stopped: 1 });
	expect(listed.entries.map((entry) => entry.id).slice(0, 2)).toEqual([twice, oneCity]);
	expect(listed.entries.find((entry) => entry.id === twice)?.takenUp).toEqual(
		expect.arrayContaining([
			{ city: 'da', stage: 'adapt' },
			{ city: 'gr', stage: 'interested' }
		])
	);
	const under = async (...stage: string[]) =>
		(await asked({ services, ground }, { choice: { ...noChoice(), stage } })).entries.map((entry) => entry.id).sort();
	expect(await under('none')).toEqual([lone]);
	expect(await under('adapt', 'stopped')).toEqual([twice, aside].sort());
	expect(adoptionStages).toEqual([...stepKinds, 'none']);
});

test('the address of a page that the list does not have any more shows its last one', async ({ services, ground }) => {
	const page = (asked: string) => practicesPage(services, { actor: ground.ilze, locale: 'en' }, new URLSearchParams(asked));
	await leavePublished(services, ground, little('The only one'));
	const { asked: shown, listed } = await page('page=99');
	expect([shown.page, listed.before, listed.entries.map(({ title }) => title)]).toEqual([1, 0, ['The only one']]);
	expect((await page('page=99&city=gr')).asked.page).toBe(1);
});
