import { randomUUID } from 'node:crypto';
import type { Services } from '../services.ts';
import { changedAmong, changedByTime, type Connected, type ChangedAccess } from './changed-access.ts';

/** Announces at once, whichever process brought it about, whose access changed and which sessions ended. */
export interface AccessWatch {
	start(): Promise<void>;
	stop(): Promise<void>;
}

/** The triggers of the database speak here. */
const [ofPeople, ofSessions] = ['swing_people', 'swing_sessions'];

/** @param connected everybody with an open line: asked anew when something may have been missed */
export function watchAccess(services: Services, connected: () => Connected[], { every = 20_000 } = {}): AccessWatch {
	const { sql, clock, log, personChanged, sessionsEnded } = services;
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
				const all = connected();
				if (all.length > 0) announce(await changedAmong(services, all));
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
				await sql.listen(ofSessions, (id) => sessionsEnded.announce([id]), again)
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
