import { randomUUID } from 'node:crypto';
import type { Services } from '../services.ts';
import { changedAmong, changedByTime, type Connected, type ChangedAccess } from './changed-access.ts';
import { audiencesOf, type ChangedAudience } from '../events/changed-audience.ts';

/** Announces at once, whichever process brought it about, whose access changed, which sessions ended, and who may hear other streams. */
export interface AccessWatch {
	start(): Promise<void>;
	stop(): Promise<void>;
}

/** The triggers of the database speak here. */
const [ofPeople, ofSessions, ofAudiences] = ['swing_people', 'swing_sessions', 'swing_audiences'];

interface Watched {
	/** Everybody with an open line, and every stream that somebody follows: asked anew when something may have been missed. */
	connected(): Connected[];
	followed(): string[];
}

export function watchAccess(services: Services, { connected, followed }: Watched, { every = 20_000 } = {}): AccessWatch {
	const { sql, clock, log, personChanged, sessionsEnded, audienceChanged } = services;
	const self = randomUUID();
	let lookedAt = clock.now();
	/** Whether something may have been missed, and whether what was said to oneself came back. */
	let owed = false;
	let echoed = true;
	let making: Promise<void> | undefined;
	let looking: NodeJS.Timeout | undefined;
	let unlisten: (() => Promise<void>)[] = [];

	function announce({ people, sessions }: ChangedAccess): void {
		if (sessions.length > 0) sessionsEnded.announce(sessions);
		for (const id of new Set(people)) personChanged.announce(id);
	}

	/** Called whenever listening begins: what was said before it is asked for. */
	function makeGood(): Promise<void> {
		owed = true;
		making ??= (async () => {
			while (owed) {
				owed = false;
				const [all, streams] = [connected(), followed()];
				if (all.length > 0) announce(await changedAmong(services, all));
				if (streams.length > 0) for (const one of await audiencesOf(sql, streams)) audienceChanged.announce(one);
			}
		})()
			.catch((err: unknown) => {
				owed = true;
				log.warn({ err }, 'could not ask who is still in order; the next look does');
			})
			.finally(() => (making = undefined));
		return making;
	}

	async function look(): Promise<void> {
		if (owed || !echoed) await makeGood();
		const now = clock.now();
		announce(await changedByTime(services, lookedAt, now));
		lookedAt = now;
		echoed = false;
		await sql.notify(ofPeople, self);
	}

	function hear(id: string): void {
		if (id === self) echoed = true;
		else personChanged.announce(id);
	}

	return {
		async start() {
			const again = () => void makeGood();
			const heard = [
				await sql.listen(ofPeople, hear, again),
				await sql.listen(ofSessions, (id) => sessionsEnded.announce([id]), again),
				await sql.listen(ofAudiences, (told) => audienceChanged.announce(JSON.parse(told) as ChangedAudience), again)
			];
			unlisten = heard.map((one) => one.unlisten);
			let atIt = false;
			looking = setInterval(() => {
				if (atIt) return;
				atIt = true;
				look()
					.catch((err: unknown) => log.warn({ err }, 'could not look whose time is over; the next look does'))
					.finally(() => (atIt = false));
			}, every);
			looking.unref();
		},
		async stop() {
			clearInterval(looking);
			await Promise.allSettled([making, ...unlisten.map((end) => end())]);
		}
	};
}
