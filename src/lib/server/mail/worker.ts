import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '../services.ts';
import type { Transport } from './transport.ts';
import { leaseNext, renewLeases, renewEvery } from './lease.ts';
import { transportBackoff } from './backoff.ts';
import { recovery } from './recover.ts';
import { sendOne, type Fate } from './send-one.ts';
import type { EmailTemplates } from './template.ts';

export interface MailWorker {
	/** Sends what is due, now; comes back when nothing more is. */
	sendDue(): Promise<void>;
	/** Ends once no mail is leased any more. */
	close(): Promise<void>;
}

/** Milliseconds between two looks for mail that became due or whose lease expired. */
const every = 2000;
/** Milliseconds that a mail server has to answer when this process ends. */
const stopTimeout = 10_000;

/** Sends what is due, one mail a transport at a time, beside all other processes that do the same. */
export function startMailWorker(services: Services, templates: EmailTemplates, transports: readonly Transport[]): MailWorker {
	const { db, clock, log, metrics } = services;
	const self = randomUUID();
	const leased = new Set<string>();
	const recover = recovery(services, self, leased);
	const end = new AbortController();
	let running: Promise<void> | null = null;
	let again = false;
	let failures = 0;
	let restUntil = 0;

	async function sendBy(transport: Transport): Promise<void> {
		while (!end.signal.aborted && performance.now() >= restUntil) {
			const mail = await leaseNext(db, self, clock.now());
			if (!mail) return;
			leased.add(mail.id);
			const fate: Fate = await sendOne({ services, templates, transport, self }, mail).finally(() => leased.delete(mail.id));
			metrics.mails.inc({ kind: mail.kind, fate });
			if (fate === 'transport error') restUntil = performance.now() + transportBackoff(++failures);
			else if (fate === 'sent') failures = 0;
		}
	}

	async function round(): Promise<void> {
		await recover();
		const results = await Promise.allSettled(transports.map(sendBy));
		for (const one of results)
			if (one.status === 'rejected') log.error({ err: one.reason as unknown }, 'mail: an email could not be sent; tried again');
	}

	async function rounds(): Promise<void> {
		do {
			again = false;
			await round();
		} while (again && !end.signal.aborted);
	}

	function sendDue(): Promise<void> {
		if (running) again = true;
		else {
			running = rounds()
				.catch((err: unknown) => log.warn({ err }, 'mail: the database did not answer; tried again'))
				.finally(() => (running = null));
		}
		return running ?? Promise.resolve();
	}

	const looking = setInterval(() => void sendDue(), every).unref();
	const renewing = setInterval(() => {
		void renewLeases(db, self, [...leased], clock.now()).catch((err: unknown) =>
			log.warn({ err }, 'mail: leases could not be renewed')
		);
	}, renewEvery).unref();
	return {
		sendDue,
		async close() {
			end.abort();
			clearInterval(looking);
			await Promise.race([running, pause(stopTimeout, undefined, { ref: false })]);
			clearInterval(renewing);
			for (const transport of transports) transport.close();
		}
	};
}
