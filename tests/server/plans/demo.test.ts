import sharp from 'sharp';
import type { SectionBlock, SectionDoc } from '#lib/model/documents/section-doc.ts';
import { blockIdsOf } from '#lib/model/documents/section-ids.ts';
import { normalizeSection } from '#lib/model/documents/section-normalize.ts';
import { sectionSchema } from '#lib/model/documents/section-schema.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import type { ActionValues } from '#lib/model/plans/rows/row.ts';
import { cast } from '#lib/server/demo/cast.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { demoPlans } from '#lib/server/plans/demo/seed.ts';
import { findPlan } from '#lib/server/plans/find.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';

const agne = 'agne.rudeniute@klaipeda.example';
const beth = 'beth.canalside@wolverhampton.example';

const saves = demoPlans.flatMap(({ sections }) => sections).flatMap(({ saves }) => saves);
const asDoc = (blocks: readonly SectionBlock[]): SectionDoc => ({ type: 'doc', content: [...blocks] });
const rowsOfDemo = demoPlans.flatMap(({ sections }) => sections).flatMap(({ rows = [] }) => rows);

/** Levels of headings, in the order of reading. */
function levels(blocks: readonly SectionBlock[]): number[] {
	return blocks.flatMap((block) => (block.type === 'heading' ? [block.attrs.level] : []));
}

test('the plans of the demo stand as they would if somebody had typed them', async ({ demo }) => {
	const revisions = await demo.sql<{ doc: SectionDoc; title: string }[]>`select doc, title from section_revisions where n > 1`;
	expect(revisions.length).toBeGreaterThanOrEqual(saves.length);
	for (const { doc, title } of revisions) {
		expect(sectionSchema.safeParse(doc).error?.issues, title).toBeUndefined();
		expect(normalizeSection(doc), title).toEqual(doc);
		const ids = blockIdsOf(doc);
		expect(new Set(ids).size, title).toBe(ids.length);
	}
});

test('no heading skips a level', () => {
	for (const { blocks } of saves) {
		const all = levels(blocks);
		all.forEach((level, place) => expect(level).toBeLessThanOrEqual((all[place - 1] ?? 0) + 1));
	}
});

test('sections show all that a section can hold', () => {
	const said = JSON.stringify(saves);
	for (const type of ['heading', 'bulletList', 'orderedList', 'blockquote', 'table', 'footnote', 'bold', 'italic'])
		expect(said).toContain(`"type":"${type}"`);
	for (const href of ['practice:', 'swing:city/']) expect(said).toContain(`"href":"${href}`);
	expect(new Set(rowsOfDemo.map(({ kind }) => kind))).toEqual(new Set(['objective', 'action', 'indicator', 'risk', 'budget']));
});

test('a picture of the demo is drawn by ourselves, and says what it shows', async () => {
	const pictures = demoPlans.flatMap(({ pictures = {}, sections }) => {
		const shown = sections.flatMap(({ saves }) => saves.at(-1)?.blocks ?? []).filter((block) => block.type === 'picture');
		expect(shown.map(({ attrs }) => attrs.file)).toEqual(Object.keys(pictures));
		for (const { attrs } of shown) expect([attrs.alt?.length, attrs.caption.length].every(Boolean)).toBe(true);
		return Object.values(pictures);
	});
	expect(pictures).toHaveLength(1);
	for (const { file } of pictures) {
		if (!('draw' in file)) throw new Error('It is no drawing');
		const { channels, isOpaque } = await sharp(await file.draw()).stats();
		expect(isOpaque).toBe(true);
		// Paper, the grey of what was before and the blue of what is.
		expect(channels.map(({ min, max }) => max - min > 100)).toEqual([true, true, true]);
	}
});

test('the plans name no person, and only names and the motto end with an exclamation mark', () => {
	const said = [...saves.map(({ blocks }) => textOf(asDoc(blocks))), JSON.stringify(rowsOfDemo), JSON.stringify(demoPlans)].join('\n');
	for (const { name } of cast) expect(said).not.toContain(name);
	const names = /Radi!|Incredibol!|Get into the swing of the City!|Iejūties pilsētas ritmā!/g;
	expect(said.replaceAll(names, '')).not.toContain('!');
});

test('four cities have plans, one in each state, and it says that their running is made up', async ({ demo }) => {
	const rows = await demo.sql`
		select partners.code as city, plans.lang, state, implementing, ends_on > ${demo.clock.now().toISOString().slice(0, 10)} as runs,
			illustrative, (select count(*)::int from plan_versions where plan_id = plans.id) as versions
		from plans join partners on partners.id = partner_id order by partners.position`;
	expect(rows.map((row) => Object.values(row as object))).toEqual([
		['po', 'en', 'adopted', true, false, true, 3],
		['da', 'en', 'consultation', false, true, true, 3],
		['kl', 'en', 'revised', false, false, true, 3],
		['co', 'pt', 'draft', false, null, true, 0]
	]);
});

test('what Daugavpils says comes from its sources, and what these do not say is open', async ({ demo }) => {
	const made = await demo.sql`
		select plan_sections.id from plan_sections join plans on plans.id = plan_id join partners on partners.id = partner_id
		where partners.code = 'da' and plan_sections.illustrative`;
	expect(made).toEqual([]);
	const actions = await demo.sql<{ said: ActionValues }[]>`
		select content as said from row_revisions join plan_rows on plan_rows.id = row_id and plan_rows.n = row_revisions.n
			join plans on plans.id = plan_id join partners on partners.id = partner_id
		where partners.code = 'da' and kind = 'action' order by plan_rows.position`;
	expect(actions.map(({ said }) => said.title)).toEqual([
		'Creative entrepreneurship centre',
		'Heyday',
		'LAVKA',
		'Java training for future IT specialists',
		'Creative-thinking classes with Radi!',
		'International training and study visits'
	]);
	for (const { said } of actions) {
		expect([said.lead, said.partners, said.outputs, said.funding]).toEqual(['', '', '', '']);
		expect([said.costFrom, said.costTo, said.currency, said.from, said.to]).toEqual([null, null, null, null, null]);
	}
	const counted = await demo.sql`
		select kind, count(*)::int as rows from plan_rows join plans on plans.id = plan_id join partners on partners.id = partner_id
		where partners.code = 'da' group by kind order by kind`;
	expect(counted.map(({ kind, rows }) => `${kind} ${rows}`)).toEqual(['action 6', 'budget 3', 'objective 3']);
});

test('shares add to a hundred, but for one plan that is not finished', async ({ demo }) => {
	const shares = await demo.sql`
		select partners.code as city, sum(share)::float8 as share, bool_or(plan_sections.illustrative) as illustrative
		from plan_budget_lines join plan_rows on plan_rows.id = row_id join plan_sections on plan_sections.id = section_id
			join plans on plans.id = plan_rows.plan_id join partners on partners.id = partner_id
		where plans.stream is not null group by 1 order by 1`;
	expect(shares.map((row) => Object.values(row as object))).toEqual([
		['da', 100, false],
		['kl', 90, true],
		['po', 100, true]
	]);
});

test('Klaipėda measures what the city has told, on the day when it told it', async ({ demo }) => {
	const told = await demo.sql`
		select baseline::float8, value::float8, unit, measured_on::text as day, plan_sections.illustrative
		from indicator_measurements measured join plan_indicators using (row_id) join plan_rows on plan_rows.id = row_id
			join plan_sections on plan_sections.id = section_id join plans on plans.id = plan_rows.plan_id
			join partners on partners.id = partner_id where partners.code = 'kl' order by plan_rows.position`;
	expect(told.map((row) => Object.values(row as object))).toEqual([
		[34800, 124400, 'EUR', '2017-04-20', false],
		[6, 14, 'measures', '2017-04-20', false]
	]);
});

test('actions take over entries of the demo, and words lead there', async ({ demo }) => {
	const sources = await demo.sql`
		select partners.code as city, home.code as from_city from plan_actions join plan_rows on plan_rows.id = row_id
			join plans on plans.id = plan_id join partners on partners.id = plans.partner_id
			join practices on practices.id = practice_id join partners home on home.id = practices.partner_id
		order by partners.position, home.position`;
	expect(sources.map(({ city, from_city: from }) => `${city} ${from}`)).toEqual([
		'po po',
		'po kr',
		...Array(4).fill('da da'),
		'kl co',
		'kl kr',
		'co bo'
	]);
	const parts = await demo.sql<{ title: string; part: string }[]>`
		select action.title, part ->> 'title' as part from plan_actions action join practices on practices.id = practice_id
			join practice_revisions said on said.practice_id = practices.id and said.n = published_n,
			jsonb_array_elements(content -> 'modules') part
		where action.module = part ->> 'id'`;
	expect([...parts]).toEqual([{ title: 'Volunteers who teach children to code', part: 'Volunteers' }]);
	const broken = await demo.sql`
		select link[1] as id from section_revisions, regexp_matches(doc::text, 'swing:practice/([0-9a-f-]{36})', 'g') as link
		where not exists (select from practices where practices.id::text = link[1] and state = 'published')`;
	expect(broken).toEqual([]);
	expect(await demo.sql`select from section_revisions where doc::text like '%"practice:%'`).toHaveLength(0);
});

test('each revision comes after the one before it, and two officers wrote the history', async ({ demo }) => {
	const wrong = await demo.sql`
		select from section_revisions earlier join section_revisions later using (section_id)
		where later.n > earlier.n and later.at <= earlier.at or later.at >= ${demo.clock.now().toISOString()}`;
	expect(wrong).toHaveLength(0);
	const [context] = await demo.sql`
		select max(revisions.n)::int as revisions, count(distinct author_id)::int as authors
		from section_revisions revisions join plan_sections on plan_sections.id = section_id join plans on plans.id = plan_id
			join partners on partners.id = partner_id where partners.code = 'da' and part = 'context'`;
	expect(context).toEqual({ revisions: 6, authors: 2 });
});

test('a version of Daugavpils differs from the one before it, and the working text from both', async ({ demo }) => {
	const changed = await demo.sql`
		select older.version, count(*) filter (where newer.n is distinct from older.n)::int as sections
		from version_sections older join plans on plans.id = older.plan_id join partners on partners.id = partner_id
			left join version_sections newer
				on newer.plan_id = older.plan_id and newer.section_id = older.section_id and newer.version = older.version + 1
		where partners.code = 'da' and older.version < 3 group by 1 order by 1`;
	expect(changed.every(({ sections }) => Number(sections) > 2)).toBe(true);
	expect(changed).toHaveLength(2);
	const { id } = await actorOf(demo, beth);
	const fresh = await demo.sql`
		select part from sections_read readings join plan_sections on plan_sections.id = section_id join plans on plans.id = plan_id
			join partners on partners.id = partner_id
		where partners.code = 'da' and person_id = ${id} and readings.n < plan_sections.n order by plan_sections.position`;
	expect(fresh.map(({ part }) => part)).toEqual(['context', 'challenge']);
});

test('nobody but its city and the leads knows of the draft of Coimbra', async ({ demo }) => {
	const at = { city: 'coimbra', slug: 'criar-no-centro-antigo' };
	for (const email of [agne, who.officer, who.expert, who.reader])
		await expect(findPlan(demo.db, await actorOf(demo, email), at)).rejects.toThrow(NotFound);
	for (const email of [who.lead, who.host])
		expect(await findPlan(demo.db, await actorOf(demo, email), at)).toMatchObject({ state: 'draft' });
});

test('a section that holds what no source tells says so in its own words', () => {
	const made = demoPlans.flatMap(({ sections }) => sections).filter(({ illustrative }) => illustrative);
	expect(made.length).toBeGreaterThan(10);
	for (const { part, saves: all } of made) expect(textOf(asDoc(all.at(-1)?.blocks ?? [])), part ?? '').toMatch(/example|Exemplo/);
});
