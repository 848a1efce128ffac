import type { Job as Piece } from 'pg-boss';
import type { Services } from '../services.ts';
import type { Job } from './job.ts';

/** Does a piece of work, and says of a failure in the database only that it was one: errors like to repeat what people wrote. */
export function once<Data extends object>(services: Services, { name, data: schema, run }: Job<Data>) {
	const { log, metrics } = services;
	return async ([piece]: Piece<unknown>[]): Promise<void> => {
		if (!piece) return;
		try {
			await run(services, schema.parse(piece.data ?? {}));
			metrics.jobs.inc({ job: name, outcome: 'done' });
		} catch (err) {
			metrics.jobs.inc({ job: name, outcome: 'failed' });
			log.error({ err, job: name, piece: piece.id, attempt: piece.retryCount + 1 }, 'a job failed');
			throw new Error('failed; the log says why');
		}
	};
}
