import { setTimeout as pause } from 'node:timers/promises';
import { Audience, type Seating } from './audience.ts';
import type { BenchDatabase, Postgres } from './database.ts';
import type { LiveSide, ProductSide } from './live-side.ts';
import { meter, type Usage } from './usage.ts';

/** Where a measurement takes place. */
export interface Stage {
	postgres: Postgres;
	database: () => Promise<BenchDatabase>;
	/** The build that is measured. */
	ours: ProductSide;
}

/** Lines opened at a time while nothing is measured. */
const atOnce = 50;
const settling = 1000;
/** How long deliveries may take to the last one. */
const patience = 30_000;

/** Starts one side with its readers and writers in their seats, lets `work` measure, and clears everything away. */
export async function withAudience<Result>(
	{ postgres, database }: Pick<Stage, 'postgres' | 'database'>,
	side: LiveSide,
	seating: Seating,
	work: (audience: Audience, startMeter: () => () => Usage) => Promise<Result>,
	{ seated = true }: { seated?: boolean } = {}
): Promise<Result> {
	const { url, sql } = await database();
	const server = await side.start(url);
	const audience = new Audience(side, server, sql, seating);
	try {
		await audience.noteHeads();
		await audience.seatWriters();
		if (seated) await audience.seatReaders(atOnce);
		await pause(settling);
		return await work(audience, () => meter(server.pid, postgres.pid));
	} finally {
		audience.close();
		await server.stop();
	}
}

/** Whether all of it happened in time. */
export function inTime(all: Promise<unknown>): Promise<boolean> {
	const late = new AbortController();
	return Promise.race([all.then(() => true), pause(patience, false, { signal: late.signal }).catch(() => false)]).finally(() =>
		late.abort()
	);
}

/** What makes a live measurement worthless. */
export function faultOf({ repeated, lost, refused }: Audience, complete: boolean): string | null {
	if (!complete) return 'not everything arrived';
	if (lost > 0) return `${lost} lines were lost`;
	if (refused > 0) return `${refused} requests of pages were refused`;
	if (repeated > 0) return `${repeated} deliveries came twice`;
	return null;
}
