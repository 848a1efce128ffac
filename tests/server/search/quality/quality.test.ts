import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { plainDoc } from '#lib/model/documents/plain.ts';
import { meetings } from '#lib/server/db/schema/meetings.ts';
import { writePost } from '#lib/server/threads/write-post.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { search } from '#lib/server/search/search.ts';
import type { Services } from '#lib/server/services.ts';
import { actorOf, who } from '../../../support/actors.ts';
import { expect, test } from '../../../support/demo.ts';
import { corpus } from './corpus.ts';
import { queries, unanswered } from './queries.ts';

/** Puts the corpus into a meeting of the demo, all of it on one day; the posts' ids by language and name. */
async function written(services: Services): Promise<Map<string, string>> {
	const author = await actorOf(services, who.host);
	const [meeting] = await services.db.select().from(meetings).where(eq(meetings.slug, 'torun-2016'));
	if (!meeting) throw new Error('The demo has no such meeting');
	const ids = new Map<string, string>();
	for (const [lang, posts] of Object.entries(corpus)) {
		for (const line of posts.trim().split('\n')) {
			const [name = '', text = ''] = line.split(' | ');
			const id = randomUUID();
			ids.set(`${lang} ${name}`, id);
			const tag = { id: author.id, name: author.name, city: 'co', role: 'officer' as const, expertKind: null };
			await writePost(services.db, {
				id,
				stream: meeting.stream,
				author: tag,
				root: null,
				doc: plainDoc(text),
				lang,
				now: services.clock.now()
			});
		}
	}
	return ids;
}

test('of a hundred queries in ten languages with faults, ninety find what was meant among the first five', async ({ demo }) => {
	const ids = await written(demo);
	await catchUp(demo.sql, demo.log, { most: 100, rest: 0 });
	const asking = { actor: await actorOf(demo, who.officer), locale: 'en', now: demo.clock.now() };
	const outcomes: ((typeof queries)[number] & { found: boolean })[] = [];
	for (const query of queries) {
		const wanted = ids.get(`${query.lang} ${query.target}`);
		expect(wanted, `${query.lang} ${query.target}`).toBeDefined();
		const { hits } = await search(demo, asking, { text: query.words, most: 5 });
		outcomes.push({ ...query, found: hits.some(({ id }) => id === wanted) });
	}
	const score = (of: typeof outcomes) => `${of.filter(({ found }) => found).length} of ${of.length}`;
	const by = (name: 'lang' | 'fault') =>
		[...Map.groupBy(outcomes, (one) => one[name])].map(([value, of]) => `${value} ${score(of)}`).join(', ');
	const aside = outcomes.filter((one) => one.aside);
	console.log(`Search quality: ${score(outcomes)} (of those kept aside ${score(aside)}); ${by('fault')}; ${by('lang')}`);
	const missed = outcomes.filter(({ found }) => !found);
	if (process.env.SEARCH_MISSES)
		console.log(
			missed
				.filter((one) => !one.aside)
				.map(({ lang, words, target }) => `${lang} ${words} -> ${target}`)
				.join('\n')
		);
	expect(queries).toHaveLength(100);
	expect(aside).toHaveLength(30);
	expect(outcomes.length - missed.length).toBeGreaterThanOrEqual(90);

	const answered: string[] = [];
	for (const text of unanswered) if ((await search(demo, asking, { text })).count > 0) answered.push(text);
	expect(unanswered).toHaveLength(10);
	expect(answered).toEqual([]);
});
