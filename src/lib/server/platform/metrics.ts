import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** What this process counts of itself; nothing in it says who did what. */
export function createMetrics() {
	const registry = new Registry();
	const registers = [registry];
	return {
		registry,
		sockets: new Gauge({ name: 'swing_sockets', help: 'Live connections', registers }),
		events: new Counter({ name: 'swing_events_total', help: 'Events handed to the rooms of this process', registers }),
		refusals: new Counter({
			name: 'swing_refusals_total',
			help: 'What sockets asked for and did not get, by code',
			labelNames: ['code'] as const,
			registers
		}),
		limited: new Counter({
			name: 'swing_limited_total',
			help: 'What somebody asked for too often, by kind',
			labelNames: ['kind'] as const,
			registers
		}),
		socketsCut: new Counter({
			name: 'swing_sockets_cut_total',
			help: 'Live connections that the server ended, by reason',
			labelNames: ['reason'] as const,
			registers
		}),
		jobs: new Counter({
			name: 'swing_jobs_total',
			help: 'Jobs this process worked on, by outcome',
			labelNames: ['job', 'outcome'] as const,
			registers
		}),
		mails: new Counter({
			name: 'swing_mails_total',
			help: 'Emails this process worked on, by kind and fate',
			labelNames: ['kind', 'fate'] as const,
			registers
		}),
		requests: new Histogram({
			name: 'swing_http_request_seconds',
			help: 'Time until a request was answered',
			labelNames: ['method', 'status'] as const,
			buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
			registers
		})
	};
}
