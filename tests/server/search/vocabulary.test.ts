import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { parseQuery } from '#lib/model/search/parse-query.ts';
import { wordsOf } from '#lib/model/search/words.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { search } from '#lib/server/search/search.ts';
import { askedOf } from '#lib/server/search/words/asked.ts';
import { stemming } from '#lib/server/search/words/stemming.ts';
import { vectorOf } from '#lib/server/search/words/vector.ts';
import { vocabulary, type Concept } from '#lib/server/search/words/vocabulary.ts';
import { expect, test } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

type Name = Concept[number];

/** A text in the language of a name that holds it among other words, as the index writes it. */
async function written(sql: Sql, { lang, name }: Name): Promise<string> {
	const text = `2017 ${name} 2018`;
	return vectorOf([{ text, lang, weight: 'D' }], await stemming(sql, [lang], wordsOf(text))).vector;
}

/** Of a thing's names the pairs of which one asks and does not find the other. */
async function strangers(sql: Sql, concept: Concept): Promise<string[]> {
	const asked = await Promise.all(concept.map(async ({ name }) => ({ name, match: (await askedOf(sql, parseQuery(name))).match ?? '' })));
	const said = await Promise.all(concept.map(async (name) => ({ ...name, vector: await written(sql, name) })));
	const rows = await sql<{ asks: string; misses: string }[]>`
		select asked.name as asks, said.lang || ' ' || said.name as misses
		from jsonb_to_recordset(${sql.json(asked)}) as asked(name text, match text), jsonb_to_recordset(${sql.json(said)}) as said(lang text, name text, vector text)
		where not said.vector::tsvector @@ asked.match::tsquery`;
	return rows.map(({ asks, misses }) => `${asks} misses ${misses}`);
}

test('whichever of its names is asked for, in whichever language, a thing is found under all the others', async ({ services: { sql } }) => {
	expect(vocabulary.length).toBeGreaterThan(40);
	for (const concept of vocabulary) {
		expect(new Set(concept.map(({ lang }) => lang)).size, concept[0]?.name).toBe(10);
		expect(await strangers(sql, concept)).toEqual([]);
	}
});

test('a name without accents, in capitals or with another ending does as well', async ({ services: { sql } }) => {
	const pairs = [
		['laba prakse', 'en', 'good practices'],
		['GOOD PRACTICE', 'lv', 'labās prakses'],
		['rīcības plānu', 'lv', 'rīcības plāni'],
		['dobre praktyki', 'pt', 'boas práticas'],
		['spotkania', 'lv', 'sanāksmēs'],
		['meetings', 'lt', 'susitikimai'],
		['stakeholders', 'es', 'partes interesadas'],
		['interesariuszy', 'en', 'stakeholder'],
		['plan', 'lv', 'plāniem'],
		['reunions', 'nb', 'møter']
	] as const;
	for (const [asked, lang, text] of pairs) {
		const [row] = await sql<
			{ found: boolean }[]
		>`select ${await written(sql, { lang, name: text })}::tsvector @@ ${(await askedOf(sql, parseQuery(asked))).match}::tsquery as found`;
		expect(row?.found, `${asked} finds ${text}`).toBe(true);
	}
});

test.for([
	['LAP', 'The IAP of our city'],
	['iap', 'Our LAP'],
	['VRP', 'Our local action plan'],
	['good practice', 'Mūsu labā prakse'],
	['stakeholder', 'Ieinteresētā persona runāja'],
	['plan', 'Mūsu plāns'],
	['meeting', 'Spotkanie w piątek']
] as const)('%s finds “%s” by the box', async ([asked, text], { services }) => {
	const network = await smallNetwork(services);
	const actor = await network.person('Ilze');
	const lang = /[āēī]/.test(text) ? 'lv' : text.startsWith('Spot') ? 'pl' : 'en';
	const { id } = await postInMeeting(services, actor, { commandId: randomUUID(), slug: network.slug, doc: saying(text), lang });
	await postInMeeting(services, actor, { commandId: randomUUID(), slug: network.slug, doc: saying('A lighthouse'), lang: 'en' });
	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	const { hits } = await search(services, { actor, locale: 'en', now: services.clock.now() }, { text: `${asked} kind:message` });
	expect(hits.map((hit) => hit.id)).toEqual([id]);
});
