import { root } from '../support/sources.ts';
import type { Build, Seed } from './build.ts';
import type { Postgres } from './database.ts';
import { liveOf } from './live-side.ts';
import { besideAutosaves } from './parts/autosaves.ts';
import { besideBusyLines } from './parts/busy-lines.ts';
import { manyThreads, oneThread } from './parts/closed-loop.ts';
import { fanOut } from './parts/fan-out.ts';
import { memory } from './parts/memory.ts';
import { merges } from './parts/merge.ts';
import { pages } from './parts/page.ts';
import { planPages } from './parts/plan-pages.ts';
import { practiceLists } from './parts/practices.ts';
import { saves } from './parts/saves.ts';
import { search } from './parts/search.ts';
import { sectionTyping } from './parts/typing.ts';
import { storm } from './parts/storm.ts';
import { unreadCounts } from './parts/unread-counts.ts';
import { busyMeeting, tabsReturn } from './parts/whole-tabs.ts';
import type { Part } from './sample.ts';
import { seedPlans } from './seed/plans.ts';
import { seedPractices } from './seed/practices.ts';
import { seedUnread } from './seed/unread.ts';

/** Every row of the table for this build, in its order; databases are made when they are first needed. */
export function partsOf(postgres: Postgres, build: Build, { sizes, seconds }: { sizes: number[]; seconds: number }): Part[] {
	const filled = (seed: Seed) => once(() => postgres.create(build, seed));
	const small = filled(build.seeds.small);
	// Into the other the rows before have written for half an hour, and its index still follows them.
	const quiet = filled(build.seeds.small);
	const large = filled(build.seeds.large);
	const written = filled(build.seeds.search);
	const read = filled(seedUnread(build));
	const told = filled(seedPractices);
	const planned = filled(seedPlans);
	const most = Math.max(...sizes);
	const stage = { postgres, database: small, ours: liveOf(build) };
	return [
		...sizes.map((n) => fanOut(stage, { n, seconds })),
		...sizes.filter((n) => n !== 500).map((n) => oneThread(stage, { n, seconds })),
		manyThreads(stage, { seconds }),
		storm(stage, { n: most }),
		busyMeeting(stage, { n: most, seconds }),
		tabsReturn(stage, { n: most }),
		memory(stage, { n: most }),
		...pages(postgres, build, { small: quiet, large }, { seconds }),
		search(postgres, build, written, { seconds }),
		...besideBusyLines(postgres, build, small, { seconds }),
		...(build.folder === root
			? [
					...unreadCounts(postgres, build, read, { seconds }),
					...practiceLists(postgres, build, told, { seconds }),
					...merges({ seconds }),
					...saves(postgres, build, planned, { seconds }),
					besideAutosaves({ ...stage, database: planned }, { seconds }),
					...planPages(postgres, build, planned, { seconds }),
					sectionTyping(postgres, build, planned, { seconds })
				]
			: [])
	];
}

/** The same rows of an earlier build beside ours, each measured in every round. */
export function besideEarlier(ours: Part[], earlier: Part[]): Part[] {
	return ours.map((part) => {
		const same = earlier.find(({ key, title }) => key === part.key && title === part.title);
		return same ? { ...part, earlier: same.ours } : part;
	});
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | undefined;
	return () => (made ??= make());
}
