import { Gauge } from 'prom-client';
import type { Sql } from 'postgres';
import type { Metrics } from '../platform/metrics.ts';
import { schema } from './boss.ts';

const name = 'swing_jobs_waiting';

/** Counts the work that waits, over all processes, whenever the metrics are read. */
export function measureWaiting({ registry }: Pick<Metrics, 'registry'>, sql: Sql): void {
	if (registry.getSingleMetric(name)) return;
	new Gauge({
		name,
		help: 'Jobs in the database by kind and state: created, retry, active, failed',
		labelNames: ['job', 'state'] as const,
		registers: [registry],
		async collect() {
			const rows = await sql<{ job: string; state: string; count: number }[]>`
				select name as job, state::text, count(*)::int as count from ${sql(schema)}.job
				where state::text in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_%' group by 1, 2`;
			this.reset();
			for (const { job, state, count } of rows) this.set({ job, state }, count);
		}
	});
}
