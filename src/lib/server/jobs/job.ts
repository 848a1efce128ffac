import type { QueueOptions } from 'pg-boss';
import { z } from 'zod';
import type { Services } from '../services.ts';

/** When a job comes by itself: a cron expression of five fields, and the zone whose wall clock it means. */
export interface Schedule {
	cron: string;
	zone: string;
}

/** A kind of work that is done apart from requests, by whichever process takes it; more than once when one dies over it. */
export interface Job<Data extends object = object> {
	/** Stands in the database: letters, digits, `.` `-` `_`. */
	name: string;
	/** What a piece of the work says of itself: ids, never texts or addresses. */
	data: z.ZodType<Data>;
	schedule: Schedule | null;
	/** Seconds between two looks for work that came from another process or became due. */
	every: number;
	queue: QueueOptions;
	run(services: Services, data: Data): Promise<void>;
}

type Wanted<Data extends object> = Pick<Job<Data>, 'name' | 'data' | 'run'> & Partial<Job<Data>>;

/** Tried again after half a minute, then ever more rarely for about a day. */
const usual: QueueOptions = {
	retryLimit: 12,
	retryDelay: 30,
	retryBackoff: true,
	retryDelayMax: 4 * 60 * 60,
	expireInSeconds: 15 * 60,
	deleteAfterSeconds: 24 * 60 * 60
};

export function job<Data extends object>({ queue, ...wanted }: Wanted<Data>): Job<Data> {
	return { schedule: null, every: 5, ...wanted, queue: { ...usual, ...queue } };
}

/** Work that comes by itself, at times of UTC, and needs to be told nothing. */
export function regularJob({ cron, ...wanted }: Pick<Job, 'name' | 'run' | 'every'> & Pick<Schedule, 'cron'>): Job {
	return job({ ...wanted, data: z.object({}), schedule: { cron, zone: 'Etc/UTC' } });
}
