import type { Postgres } from './database.ts';
import { manyThreads, oneThread } from './parts/closed-loop.ts';
import { fanOut } from './parts/fan-out.ts';
import { memory } from './parts/memory.ts';
import { pages } from './parts/page.ts';
import { search } from './parts/search.ts';
import { storm } from './parts/storm.ts';
import type { Part } from './sample.ts';
import { seedLarge, seedSmall } from './seed/installations.ts';
import { seedSearch } from './seed/search.ts';

/** Every row of the table, in its order; databases are made when they are first needed. */
export function partsOf(postgres: Postgres, { sizes, seconds }: { sizes: number[]; seconds: number }): Part[] {
	const small = once(() => postgres.create(seedSmall));
	// Into the other the rows before have written for half an hour, and its index still follows them.
	const quiet = once(() => postgres.create(seedSmall));
	const large = once(() => postgres.create(seedLarge));
	const written = once(() => postgres.create(seedSearch));
	const most = Math.max(...sizes);
	const stage = { postgres, database: small };
	return [
		...sizes.map((n) => fanOut(stage, { n, seconds })),
		...sizes.filter((n) => n !== 500).map((n) => oneThread(stage, { n, seconds })),
		manyThreads(stage, { seconds }),
		storm(stage, { n: most }),
		memory(stage, { n: most }),
		...pages(postgres, { small: quiet, large }, { seconds }),
		search(postgres, written, { seconds })
	];
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | undefined;
	return () => (made ??= make());
}
