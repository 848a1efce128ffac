import type { Audience, Seating } from '../audience.ts';
import { faultOf, inTime, withAudience, type Stage } from '../live.ts';
import { bareLive, type LiveSide } from '../live-side.ts';
import { percentile, type Part, type Sample } from '../sample.ts';

/** Posts under way at a time in a single thread. */
const inFlight = 8;
const warmUp = 2;

/** One thread with n readers, several posts under way at a time. */
export function oneThread(stage: Stage, { n, seconds }: { n: number; seconds: number }): Part {
	return part(stage, {
		key: 'closed',
		title: `posts/s in one thread, ${n} readers`,
		least: 0.5,
		seating: { readers: n, threads: 1 },
		seconds
	});
}

/** Many threads with few readers each, a post under way in each. */
export function manyThreads(stage: Stage, { seconds }: { seconds: number }): Part {
	return part(stage, {
		key: 'spread',
		title: 'posts/s in 50 threads, 100 readers in all',
		least: 0.6,
		seating: { readers: 100, threads: 50 },
		seconds
	});
}

function part(
	stage: Stage,
	{ key, title, least, seating, seconds }: { key: string; title: string; least: number; seating: Seating; seconds: number }
): Part {
	const run = (side: LiveSide) => measure(stage, side, seating, seconds);
	return {
		key,
		title,
		unit: 'posts/s',
		digits: 0,
		must: { least },
		sides: ['bare', 'ours'],
		other: () => run(bareLive),
		ours: () => run(stage.ours)
	};
}

function measure(stage: Stage, side: LiveSide, seating: Seating, seconds: number): Promise<Sample> {
	const { threads } = seating;
	return withAudience(stage, side, seating, async (audience, startMeter) => {
		await loop(audience, threads, warmUp);
		const used = startMeter();
		const delays: number[] = [];
		audience.heard = (_reader, _post, after) => void delays.push(after);
		const { posts, complete } = await loop(audience, threads, seconds);
		const usage = used();
		return {
			figure: posts / usage.seconds,
			usage,
			more: {
				p50: percentile(delays, 0.5),
				p95: percentile(delays, 0.95),
				'µs of processor a post': ((usage.server + usage.postgres) * usage.seconds * 1e6) / posts
			},
			fault: faultOf(audience, complete)
		};
	});
}

/** A post is done when it is durable and all readers of its thread have it; then the next one goes out. */
async function loop(audience: Audience, threads: number, seconds: number): Promise<{ posts: number; complete: boolean }> {
	const until = performance.now() + seconds * 1000;
	let posts = 0;
	let complete = true;
	const writer = async (_: unknown, n: number) => {
		while (complete && performance.now() < until) {
			if (await inTime(audience.post(n % threads).everywhere)) posts++;
			else complete = false;
		}
	};
	await Promise.all(Array.from({ length: Math.max(inFlight, threads) }, writer));
	return { posts, complete };
}
