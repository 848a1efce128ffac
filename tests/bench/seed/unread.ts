import type { Sql } from 'postgres';
import type { Build, Seed } from '../build.ts';
import { seedGround } from './ground.ts';
import { leaveIndexed } from './installations.ts';
import { networkId, personId, streamOf } from './names.ts';
import { seedThreads } from './threads.ts';

const streams = 300;
const events = 1000;
/** Of the last so many events nobody has read any. */
const unread = 10;
const holes = 40;
/** Streams of a library in which things happen, and nobody says anything. */
const silent = 10_000;

/** The readers of this seed: one has read everything up to the end, the other has left out forty of the last events before it. */
export const evenReader = 0;
export const unevenReader = 1;

/**
 * Three hundred meetings of a thousand events among many silent streams, what two people have read of each, and the
 * plain cursor of the same.
 */
export function seedUnread({ reads }: Pick<Build, 'reads'>): Seed {
	return async (sql) => {
		await seedGround(sql, 1);
		const slugs = Array.from({ length: streams }, (_, n) => `read-${n}`);
		await seedThreads(
			sql,
			slugs.map((slug) => ({ slug, posts: events, network: 0 }))
		);
		await sql`
			insert into streams (id, seq, network_id, kind, subject_id, audience)
			select 'meeting:' || id, 3, ${networkId(0)}, 'meeting', id, array['network:' || ${networkId(0)}]
			from (select gen_random_uuid() as id from generate_series(1, ${silent})) its`;
		const ids = slugs.map(streamOf);
		const upTo = events - unread;
		await sql`create table bare.cursors (person_id uuid, stream text, seq bigint, primary key (person_id, stream))`;
		await sql`insert into bare.cursors select ${personId(evenReader)}, unnest(${ids}::text[]), ${upTo}`;
		if (reads === 'cursors') await sql`insert into cursors select * from bare.cursors`;
		else {
			await seedRanges(sql, evenReader, ids, [[1, upTo]]);
			await seedRanges(sql, unevenReader, ids, around(upTo));
		}
		await leaveIndexed(sql);
	};
}

/** Stretches of what was read: lately every other event, as somebody reads who leaves discussions folded. */
function around(upTo: number): [from: number, to: number][] {
	const first = upTo - 2 * holes;
	return [[1, first], ...Array.from({ length: holes }, (_, n): [number, number] => [first + 2 * n + 2, first + 2 * n + 2])];
}

async function seedRanges(sql: Sql, person: number, ids: string[], read: [from: number, to: number][]): Promise<void> {
	const ranges = `{${read.map(([from, to]) => `[${from},${to}]`).join(',')}}`;
	await sql`
		insert into read_states (person_id, stream, read, jumped)
		select ${personId(person)}, unnest(${ids}::text[]), ${ranges}::int8multirange, '{}'`;
}
