import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { none } from '#lib/model/noun.ts';
import { adoptionStream } from '#lib/model/adoptions/adoption.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import type { Transaction } from '../../db/client.ts';
import { adoptions } from '../../db/schema/adoptions.ts';
import { notifications } from '../../db/schema/notifications.ts';
import { practiceRevisions, practices } from '../../db/schema/practices.ts';
import type { DemoSeed } from '../../demo/demo-seed.ts';
import type { DemoGround } from '../../demo/ground.ts';
import { idOf } from '../../demo/id-of.ts';
import { seedPosts } from '../../demo/seed-posts.ts';
import { actsOf, type Act } from '../../practices/demo/act.ts';
import { addLogEntry } from '../log.ts';
import { setNextStep } from '../shape.ts';
import { markInterest, moveAdoption, stopAdoption } from '../steps.ts';
import { demoRoads, type DemoRoad } from './roads.ts';

/** What people were told longer ago than this they have put away. */
const putAwayAfter = 20;

/** Which cities take over which entries: invented, and marked so. */
const adoptionsInDemo: DemoSeed = {
	files: none,
	async seed(tx, ground) {
		const act = actsOf(tx, ground);
		const titles = await publishedTitles(tx, ground.network);
		const made: string[] = [];
		for (const road of demoRoads) made.push(await walk(tx, act, ground, road, idOf(titles, road.practice)));
		await tx.update(adoptions).set({ illustrative: true }).where(inArray(adoptions.id, made));
		const long = new Date(ground.now.getTime() - putAwayAfter * 86_400_000);
		await tx.delete(notifications).where(and(eq(notifications.itemKind, 'adoption'), lt(notifications.at, long)));
	}
};

/** Ids of what is published, by title. */
async function publishedTitles(tx: Transaction, network: string): Promise<Map<string, string>> {
	const rows = await tx
		.select({ id: practices.id, title: sql<string>`${practiceRevisions.values} ->> 'title'` })
		.from(practices)
		.innerJoin(practiceRevisions, and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, practices.publishedN)))
		.where(eq(practices.networkId, network));
	return new Map(rows.map(({ id, title }) => [title, id]));
}

/** Takes one adoption as far as it came. @returns its id */
async function walk(tx: Transaction, act: Act, ground: DemoGround, road: DemoRoad, practice: string): Promise<string> {
	const { by, steps, next, log = [], talk = [] } = road;
	const { city } = ground.person(by);
	const time = '10:15';
	const [interest, ...further] = steps;
	const { id } = await act(markInterest, by, { daysBefore: interest?.[0] ?? 0, time }, { id: practice, city });
	// Everything in the order in which it happened.
	const acts = [
		...further.map(([daysBefore, kind, note]) => ({
			daysBefore,
			run: () =>
				kind === 'stopped'
					? act(stopAdoption, by, { daysBefore, time }, { id, reason: note })
					: act(moveAdoption, by, { daysBefore, time }, { id, stage: kind, note })
		})),
		...log.map(({ daysBefore, text, ...entry }) => ({
			daysBefore,
			run: () =>
				act(
					addLogEntry,
					entry.by,
					{ daysBefore, time: '15:20' },
					{ id, kind: entry.kind, lang: entry.lang, doc: fromMarkdown(text) }
				)
		}))
	].sort((a, b) => b.daysBefore - a.daysBefore);
	for (const { run } of acts) await run();
	if (next) {
		const date = new Date(ground.now.getTime() + next.inDays * 86_400_000).toISOString().slice(0, 10);
		const day = { date: next.precision === 'month' ? `${date.slice(0, 7)}-01` : date, precision: next.precision };
		await act(setNextStep, by, { daysBefore: steps.at(-1)?.[0] ?? 0, time: '10:20' }, { id, next: { text: next.text, day } });
	}
	const thread = { stream: adoptionStream(id), network: ground.network, kind: 'adoption', subjectId: id };
	const said = talk.map(({ daysBefore, time: at, ...post }) => ({ lang: 'en', ...post, at: { daysBefore, time: at } }));
	await seedPosts(tx, ground, thread, said);
	return id;
}

export default adoptionsInDemo;
