import { textMapOf } from '#lib/model/documents/text-map.ts';
import { practiceFields } from '#lib/model/practices/fields.ts';
import type { PracticeValues } from '#lib/model/practices/values.ts';
import { cast } from '#lib/server/demo/cast.ts';
import { demoThemes } from '#lib/server/demo/network.ts';
import { practiceFacets, practices } from '#lib/server/db/schema/practices.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { demoPractices } from '#lib/server/practices/demo/seed.ts';
import { sentValues } from '#lib/server/practices/demo/demo-practice.ts';
import { findDraft, findPractice } from '#lib/server/practices/find.ts';
import { someValues } from '#lib/server/practices/input.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { search } from '#lib/server/search/search.ts';
import { actorOf, who } from '../../support/actors.ts';
import type { TestServices } from '../../support/database.ts';
import { expect, test } from '../../support/demo.ts';

const sindre = 'sindre.havbris@kristiansand.example';
const tullio = 'tullio.carruggi@genoa.example';

interface Told extends Record<string, unknown> {
	title: string;
	at: string;
	state: string;
	city: string;
	content: PracticeValues;
}

/** Every entry as its newest revision tells it. */
function all({ sql }: TestServices): Promise<Told[]> {
	return sql<Told[]>`
		select content ->> 'title' as title, practices.slug || '-' || short_id as at, state, partners.code as city, content
		from practices join partners on partners.id = partner_id
			join practice_revisions on practice_id = practices.id and n = draft_n`;
}

async function waitsFor(demo: TestServices, email: string): Promise<(string | undefined)[]> {
	await deliveryOf(demo).due();
	const person = await actorOf(demo, email);
	const { entries } = await openInbox(demo.db, person, { view: 'waiting' });
	const ofPractices = entries.filter(({ item }) => item.kind.startsWith('practice'));
	const cards = await cardsOf(demo.db, person, 'en', ofPractices);
	return ofPractices.map(({ id }) => cards[id]?.says ?? undefined);
}

test('what the entries of the demo say is what a person could have sent', () => {
	for (const { values, later } of demoPractices) {
		for (const sent of [sentValues(values), sentValues(later ?? {})]) {
			const kept = someValues.safeParse(sent);
			expect(kept.error?.issues, values.title).toBeUndefined();
			expect(kept.data, values.title).toEqual(sent);
		}
	}
});

test('who reads no other language of an entry has its title, its line and its summary in English', () => {
	const foreign = demoPractices.filter(({ values }) => values.lang !== 'en');
	expect(new Set(foreign.map(({ values }) => values.lang))).toEqual(new Set(['lv', 'it', 'fr']));
	for (const { values } of foreign) {
		const { title, englishTitle, englishPitch, englishSummary } = values;
		for (const told of [englishTitle, englishPitch, englishSummary]) expect(told, title).toBeTruthy();
	}
});

test('the fifteen of Daugavpils and the nine of the others are there, most of them published', async ({ demo }) => {
	const rows = await all(demo);
	const byCity = [...Map.groupBy(rows, ({ city }) => city)];
	const ofCity = Object.fromEntries(byCity.map(([city, { length }]) => [city, length]));
	expect(ofCity).toEqual({ da: 15, po: 1, kl: 1, bo: 1, co: 1, kr: 1, na: 1, ge: 1, sa: 1, gr: 1 });
	const underWay = rows.filter(({ state }) => state !== 'published').map(({ title, state }) => `${title}: ${state}`);
	expect(underWay.sort()).toEqual([
		'Bumbumba „Impulsa” ietvaros: submitted',
		'Createam: draft',
		'Young people’s jobs in digital and creative work: changes'
	]);
	const days = await demo.db.select({ begun: practices.begunAt, changed: practices.changedAt }).from(practices);
	for (const { begun, changed } of days)
		expect(Math.max(begun.getTime(), changed?.getTime() ?? 0)).toBeLessThan(demo.clock.now().getTime());
});

test('the entries are filtered by what they tell, and no cost or figure is there that the sources do not tell', async ({ demo }) => {
	const facets = await demo.db.select().from(practiceFacets);
	expect(facets).toHaveLength(21);
	const known = demoThemes.map(({ slug }) => slug);
	expect([...new Set(facets.flatMap(({ themes }) => themes))].sort()).toEqual([...known].sort());
	expect(facets.filter(({ evidence }) => evidence !== 'none').map(({ city, evidence }) => `${city} ${evidence}`)).toEqual([
		'kl measured'
	]);
	const costs = facets.filter(({ costFrom }) => costFrom !== null);
	expect(costs.map(({ englishTitle, costFrom, costTo, currency }) => [englishTitle, costFrom, costTo, currency])).toEqual([
		['Marking places on the neighbourhood map', '78660.00', '78660.00', 'EUR']
	]);
	expect(facets.find(({ tags }) => tags.includes('URBACT good practice'))?.city).toBe('po');
	expect(facets.find(({ city }) => city === 'bo')?.langs).toEqual(['it', 'en']);
	const rows = await all(demo);
	const empty: (keyof PracticeValues)[] = ['approach', 'reuse', 'resources', 'period', 'lessons', 'contact', 'links', 'videos', 'files'];
	for (const { content, title } of rows)
		for (const field of empty) expect([null, []], `${title}: ${field}`).toContainEqual(content[field]);
	// The one part says no more than its entry: that volunteers help.
	const parts = rows.flatMap(({ content, title }) => content.modules.map((part) => [title, part.title, part.kind]));
	expect(parts).toEqual([['Coding for children', 'Volunteers', 'core']]);
	const figures = rows.flatMap(({ content }) => content.evidence.map(({ before, amount, unit }) => `${before}–${amount} ${unit}`));
	expect(figures).toEqual(['34800–124400 euros', '6–14 measures']);
});

test('Klaipėda published a change, and what it published first is kept', async ({ demo }) => {
	const rows = await demo.sql`
		select number, jsonb_array_length(content -> 'evidence') as figures from practice_publications
			join practice_revisions using (practice_id, n)
		where content ->> 'title' = 'Youth policy after the plan' order by number`;
	expect(rows).toEqual([
		{ number: 1, figures: 0 },
		{ number: 2, figures: 2 }
	]);
});

test('nobody of another city finds what is not published, and its own city and the leads do', async ({ demo }) => {
	await catchUp(demo.sql, demo.log, { most: 200, rest: 0 });
	const underWay = (await all(demo)).filter(({ state }) => state !== 'published');
	for (const email of [who.host, who.expert, who.reader]) {
		const actor = await actorOf(demo, email);
		for (const { at, title } of underWay) {
			await expect(findPractice(demo.db, actor, at)).rejects.toThrow(NotFound);
			await expect(findDraft(demo.db, actor, at)).rejects.toThrow(NotFound);
			const { hits } = await search(demo, { actor, locale: 'en', now: demo.clock.now() }, { text: title });
			expect(JSON.stringify(hits)).not.toContain(at);
		}
	}
	const [lead, ilze] = [await actorOf(demo, who.lead), await actorOf(demo, who.officer)];
	for (const { at } of underWay) expect(await findDraft(demo.db, lead, at)).toMatchObject({ publishedN: null });
	for (const { at } of underWay.filter(({ city }) => city === 'da'))
		expect(await findDraft(demo.db, ilze, at)).toMatchObject({ city: 'da' });
});

test('another city finds a published entry by its English words', async ({ demo }) => {
	await catchUp(demo.sql, demo.log, { most: 200, rest: 0 });
	const actor = await actorOf(demo, who.host);
	const { hits } = await search(demo, { actor, locale: 'en', now: demo.clock.now() }, { text: 'neighbourhood map' });
	expect(hits[0]).toMatchObject({ kind: 'practice', city: 'da', title: 'Marking places on the neighbourhood map' });
});

test('each is asked for what is theirs to do, and nobody is told of what is done long ago', async ({ demo }) => {
	expect(await waitsFor(demo, who.lead)).toEqual(['Vija Tiltakrasta asks you to publish this']);
	expect(await waitsFor(demo, tullio)).toEqual(['Marek Wiosna asks for changes']);
	expect(await waitsFor(demo, sindre)).toEqual(['Agnė Rudeniūtė asks for “What it takes”']);
	const told =
		await demo.sql`select people.email from notifications join people on people.id = person_id where item_kind = 'practice-draft'`;
	expect(told.map(({ email }) => String(email)).sort()).toEqual(['chiara.lanterna@genoa.example', who.lead, who.lead, tullio].sort());
});

test('the entries name no person, and only names end with an exclamation mark', async ({ demo }) => {
	const pairs = new Set<string>();
	for (const { content, title } of await all(demo)) {
		const said = practiceFields.map((field) => wordsIn(content[field])).join('\n');
		for (const { name } of cast) expect(said, title).not.toContain(name);
		expect(said.replaceAll(/Radi!|Incredibol!/g, ''), title).not.toContain('!');
		for (const [pair] of said.matchAll(/(?!(?:In|The|How|Starp) )\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu)) pairs.add(pair);
	}
	// A person's name would be two such words beside each other. All that there are name something else.
	expect([...pairs].sort()).toEqual([
		'Bat Centre',
		'Gen Daugavpilī',
		'Jaunie Stropi',
		'Jaunā Forštadte',
		'Rothko Centre',
		'State Employment',
		'Vapor Llonch',
		'Youth Guarantee'
	]);
});

function wordsIn(value: PracticeValues[keyof PracticeValues]): string {
	if (value === null) return '';
	if (typeof value === 'string') return value;
	return 'type' in value && value.type === 'doc' ? textMapOf(value).text : JSON.stringify(value);
}
