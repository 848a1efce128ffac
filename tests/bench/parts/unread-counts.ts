import { sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { connect, type Clients } from '#lib/server/db/client.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import type { Build } from '../build.ts';
import type { BenchDatabase, Postgres } from '../database.ts';
import { percentile, type Part, type Sample } from '../sample.ts';
import { networkId, personId } from '../seed/names.ts';
import { evenReader, unevenReader } from '../seed/unread.ts';
import { meter } from '../usage.ts';

type Count = (clients: Clients) => Promise<unknown>;

/** What one person has not read in 300 streams of 1,000 events among silent ones, beside counting from one number a stream. */
export function unreadCounts(
	postgres: Postgres,
	{ reads }: Build,
	database: () => Promise<BenchDatabase>,
	{ seconds }: { seconds: number }
): Part[] {
	const run = (count: Count) => () => measure(postgres, database, seconds, count);
	const row = { unit: 'ms', digits: 1, sides: ['plain cursor in SQL', 'ours'] as [string, string], other: run(fromCursor) };
	const even: Part = {
		...row,
		key: 'unread',
		title: 'unread counts of a person over 300 streams of 1,000 events, without holes, among 10,000 silent streams',
		must: { most: 2 },
		ours: run(({ db }) => countUnread({ db }, reader(evenReader)))
	};
	const uneven: Part = {
		...row,
		key: 'holes',
		title: 'the same with 40 holes in each stream',
		must: { most: 12 },
		ours: run(({ db }) => countUnread({ db }, reader(unevenReader)))
	};
	return reads === 'ranges' ? [even, uneven] : [even];
}

/** The least that counts what stands beyond a number, a hundred of each stream at most. */
const fromCursor: Count = ({ db }) =>
	db.execute(sql`
		select stream, (
			select count(*) from (
				select from events
				where events.stream = cursors.stream and countable and events.seq > cursors.seq and actor_id is distinct from ${personId(evenReader)}::uuid
				order by events.stream, events.seq limit 100) unread) as count
		from bare.cursors where person_id = ${personId(evenReader)}::uuid`);

function reader(person: number): Person {
	return {
		kind: 'person',
		id: personId(person),
		name: `Invented Person ${person}`,
		locale: 'en',
		timeZone: 'Europe/Riga',
		suspended: false,
		memberships: [{ network: networkId(0), role: 'officer', city: null, expertKind: null }]
	};
}

/** One question after the other, over the same client as the product's; the figure is the median. */
async function measure(postgres: Postgres, database: () => Promise<BenchDatabase>, seconds: number, count: Count): Promise<Sample> {
	const { url } = await database();
	const clients = connect(url, { max: 1 });
	try {
		await askFor(seconds / 4, clients, count);
		const used = meter(null, postgres.pid);
		const delays = await askFor(seconds, clients, count);
		return {
			figure: percentile(delays, 0.5),
			usage: used(),
			more: { p95: percentile(delays, 0.95), p99: percentile(delays, 0.99), times: delays.length },
			fault: null
		};
	} finally {
		await clients.close();
	}
}

async function askFor(seconds: number, clients: Clients, count: Count): Promise<number[]> {
	const until = performance.now() + seconds * 1000;
	const delays: number[] = [];
	while (performance.now() < until) {
		const began = performance.now();
		await count(clients);
		delays.push(performance.now() - began);
	}
	return delays;
}
