import type { Sql } from 'postgres';
import { seedGround } from './ground.ts';
import { liveSlug, liveThreads } from './names.ts';
import { seedCursors, seedThreads } from './threads.ts';

const unread = 30;
const short = { slug: 'short', posts: 200, network: 0 };
const long = { slug: 'long', posts: 20_000, network: 0 };
/** Long ones of a hundred discussions that everybody answers in: read to the middle, and by nobody yet. */
const answered = { slug: 'answered', posts: 20_000, discussions: 100, network: 0 };
const untouched = { ...answered, slug: 'untouched' };

/** One network: threads to be written in, a short one and a long one to be read. */
export async function seedSmall(sql: Sql): Promise<void> {
	await seedGround(sql, 1);
	const live = Array.from({ length: liveThreads }, (_, thread) => ({ slug: liveSlug(thread), posts: 0, network: 0 }));
	await seedThreads(sql, [...live, short, long, answered, untouched]);
	await seedCursors(sql, { [long.slug]: unread, [answered.slug]: 10_000, [untouched.slug]: 20_000 });
	await leaveIndexed(sql);
}

/** A million posts in twenty networks of fifty meetings each; the short thread is one of the first network's. */
export async function seedLarge(sql: Sql): Promise<void> {
	await seedGround(sql, 20);
	const others = Array.from({ length: 1000 }, (_, n) => ({ slug: `many-${n}`, posts: 1000, network: n % 20 }));
	await seedThreads(sql, [short, ...others]);
	await seedCursors(sql, { 'many-0': unread });
	await leaveIndexed(sql);
}

/**
 * The index of words takes what is seeded for known, as in an installation that has been running for long; what is written from
 * here on it indexes.
 */
export async function leaveIndexed(sql: Sql): Promise<void> {
	await sql`insert into search_cursors (stream, seq) select id, seq from streams`;
	await sql`delete from search_due`;
}
