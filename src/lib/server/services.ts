import type { Logger } from 'pino';
import type { ChangedAudience } from './events/changed-audience.ts';
import type { Sql } from 'postgres';
import { announcer, type Announcer } from './platform/announcer.ts';
import { createComputing, type Computing } from './platform/computing.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { connect, type Database } from './db/client.ts';
import { createFeed, type Feed } from './events/feed.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import type { Transport } from './mail/transport.ts';
import { transportsFor, createMailer, type Mailer } from './mail/mailer.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';

/** Whatever must exist once in a process. */
export interface Services {
	config: Config;
	db: Database;
	sql: Sql;
	feed: Feed;
	jobs: Jobs;
	mail: Mailer;
	clock: Clock;
	log: Logger;
	metrics: Metrics;
	computing: Computing;
	/** Ids of sessions that have just ended: their sockets close. */
	sessionsEnded: Announcer<string[]>;
	/** Id of a person whose access changed: what they may hear is asked anew. */
	personChanged: Announcer<string>;
	/** Who may hear a stream has changed: who may no more loses it. */
	audienceChanged: Announcer<ChangedAudience>;
	/** Ids of notifications that have just reached the inboxes of their people. */
	notified: Announcer<string[]>;
	/** Ids of notifications that emails had left out and may tell after all. */
	restored: Announcer<string[]>;
	/** Hashed tokens of the demo's sign-in links, and whose they are; forgotten when the process ends. */
	demoLinks: Map<string, string>;
	close(): Promise<void>;
}

const key = Symbol.for('swing.services');
const registry = globalThis as { [key]?: Services };

/** One process holds two module graphs, the server's and the built pages'; this is where they meet. */
export function setServices(services: Services): void {
	registry[key] = services;
}

export function services(): Services {
	const running = registry[key];
	if (!running) throw new Error('The services of this process have not been started.');
	return running;
}

/** Opens the pools and puts the services together; `feed.start()` and `close()` are the caller's. */
export function createServices({
	config,
	databaseUrl,
	log,
	clock = { now: () => new Date() },
	transports
}: {
	config: Config;
	databaseUrl: string;
	log: Logger;
	clock?: Clock;
	/** How mail leaves, where that is not as configured. */
	transports?: Transport[];
}): Services {
	const { db, sql, close } = connect(databaseUrl);
	const feed = createFeed(sql, log);
	const mail = createMailer(clock, transports ?? transportsFor(config, db));
	const metrics = createMetrics();
	const computing = createComputing();
	const jobs = createJobs(databaseUrl, log, metrics);
	return {
		config,
		db,
		sql,
		feed,
		jobs,
		mail,
		clock,
		log,
		metrics,
		computing,
		sessionsEnded: announcer(),
		personChanged: announcer(),
		audienceChanged: announcer(),
		notified: announcer(),
		restored: announcer(),
		demoLinks: new Map(),
		async close() {
			await Promise.all([jobs.stop(), mail.stop()]);
			await feed.stop();
			await computing.stop();
			await close();
		}
	};
}
