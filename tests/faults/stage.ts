import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect } from 'vitest';
import { plugIn } from '#lib/server/boot/plug-in.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { startSession } from '#lib/server/auth/session.ts';
import { passwordOf, superuser } from '#lib/server/db/embedded/cluster.ts';
import { findPostmaster, type Postmaster } from '#lib/server/db/embedded/postmaster.ts';
import { heads } from '#lib/server/events/read.ts';
import { meetingAt } from '#lib/server/meetings/queries.ts';
import { answersBefore, findPost } from '#lib/server/threads/find-post.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { createServices, type Services } from '#lib/server/services.ts';
import type { Person } from '#lib/model/access/actor.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import { actorOf, who } from '../support/actors.ts';
import { runServer, type RunningServer } from '../support/running-server.ts';
import { delivery, faithful, type Odds } from './delivery.ts';
import { Hand } from './hand.ts';
import { Ledger, tell } from './ledger.ts';
import { proxyTo, type Proxy } from './proxy.ts';

export const slug = 'torun-2016';
const writers = [who.officer, who.host, who.expert, who.coordinator];
/** Past every post there is. */
const end = Number.MAX_SAFE_INTEGER;

/** A running product with people who write all the time, and what can be done to it. */
export class Stage {
	readonly ledger = new Ledger();
	readonly servers: RunningServer[] = [];
	readonly proxies: Proxy[] = [];
	readonly hands: Hand[] = [];
	services: Services;
	readonly odds: Odds;
	#name: string;
	#since = 0;
	#stream = '';
	#dir: string;

	constructor(name: string, dir: string, services: Services, odds: Odds) {
		this.#name = name;
		this.#dir = dir;
		this.services = services;
		this.odds = { ...odds };
	}

	get postgres(): string {
		return join(this.#dir, 'postgres');
	}

	async seat(count: number): Promise<void> {
		const officer = await this.actor(who.officer);
		const { stream } = await meetingAt(this.services.db, officer, slug);
		const { thread } = await openThread(this.services.db, officer, {
			stream,
			locale: 'en',
			window: { before: end }
		});
		this.#since = thread.seq;
		this.#stream = thread.stream;
		for (let n = 0; n < count; n += 1) await this.#seatOne(writers[n % writers.length] ?? who.officer, n % this.servers.length, thread);
		await expect
			.poll(() => this.hands.map(({ connection }) => connection.state), { timeout: 10_000 })
			.toEqual(this.hands.map(() => 'live'));
	}

	actor(email: string): Promise<Person> {
		return actorOf(this.services, email);
	}

	async cookieOf(person: Person): Promise<string> {
		const { token } = await startSession(this.services, person.id, 'Faults');
		return `swing=${token}`;
	}

	async #seatOne(email: string, server: number, thread: Thread): Promise<void> {
		const person = await this.actor(email);
		const hand = new Hand({
			person,
			thread,
			slug,
			ledger: this.ledger,
			refetch: (self) => ({
				post: async (seq) => (await findPost(this.services.db, person, { stream: this.#stream, seq })).post,
				answers: (root, before) => answersBefore(this.services.db, person, { stream: this.#stream, root, before, limit: 50 }),
				everything: async () =>
					self.live.reload(
						(await openThread(this.services.db, person, { stream: this.#stream, locale: 'en', window: { before: end } })).thread
					)
			})
		});
		this.hands.push(hand);
		const proxy = this.proxies[server];
		if (!proxy) throw new Error('No line to that server');
		await hand.sitDown({ url: proxy.url, cookie: await this.cookieOf(person), deliver: delivery(this.odds) });
	}

	/** Everybody writes while `work` goes on; then it becomes quiet. */
	async whileWriting(work: () => Promise<void>): Promise<void> {
		const done = new AbortController();
		const writing = this.hands.map((hand) => hand.writeUntil(done.signal));
		try {
			await work();
		} finally {
			done.abort();
			await Promise.all(writing);
		}
	}

	/** Waits until so many more writes have been acknowledged. */
	async acknowledged(more: number, within = 40_000): Promise<void> {
		const before = this.ledger.acks;
		await expect.poll(() => this.ledger.acks - before, { timeout: within, interval: 25 }).toBeGreaterThanOrEqual(more);
	}

	/** Everything written has been answered, nobody misses anything, all see the same as a fresh load; what it came to. */
	async settle(moment: string, within = 45_000): Promise<void> {
		const head = async () => (await heads(this.services.sql, [this.#stream])).get(this.#stream);
		const stand = async () => {
			const at = await head().catch(() => null);
			return this.hands.map((hand) =>
				hand.unanswered === 0 ? hand.live.current.seq - (at ?? Infinity) : `${hand.unanswered} waiting, ${hand.connection.state}`
			);
		};
		await expect.poll(stand, { timeout: within, interval: 100 }).toEqual(this.hands.map(() => 0));
		const fresh = await this.#freshThread();
		for (const { live, person } of this.hands) {
			const { posts, seq } = live.current;
			expect({ seq, posts }, person.name).toEqual({ seq: fresh.seq, posts: fresh.posts.slice(-posts.length) });
		}
		const sum = await this.ledger.sum(this.services.sql, this.#stream, this.#since);
		tell(this.#name, moment, sum);
		expect(sum).toMatchObject({ lost: 0, doubled: 0 });
	}

	/** The whole thread as pages bring it. */
	async #freshThread(): Promise<Thread> {
		const actor = await this.actor(who.reader);
		const page = async (before: number) =>
			(await openThread(this.services.db, actor, { stream: this.#stream, locale: 'en', window: { before } })).thread;
		const newest = await page(end);
		let { posts, earlier } = newest;
		while (earlier) {
			const more = await page(posts[0]?.seq ?? 0);
			posts = [...more.posts, ...posts];
			earlier = more.earlier;
		}
		return { ...newest, posts };
	}

	async postmaster(): Promise<Postmaster> {
		const found = await findPostmaster(this.postgres);
		if (!found?.ready) throw new Error('PostgreSQL does not run');
		return found;
	}

	/** Kills PostgreSQL with all of its processes. */
	async killPostgres(): Promise<void> {
		const { pid } = await this.postmaster();
		const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
		for (const process_ of [pid, ...children]) killIfThere(process_);
		this.ledger.faults += 1;
	}

	/** Waits until the server no longer takes anything: everybody waits for an answer. */
	async untilUnanswered(): Promise<void> {
		let before = -1;
		const standing = () => {
			const still = this.ledger.acks === before && this.hands.every(({ unanswered }) => unanswered > 0);
			before = this.ledger.acks;
			return still;
		};
		await expect.poll(standing, { timeout: 60_000, interval: 2000 }).toBe(true);
	}

	/** Looks into the database anew, where it runs now. */
	async lookAgain(): Promise<void> {
		await this.services.close();
		this.services = await servicesIn(this.#dir);
	}

	async untilReady(within = 60_000): Promise<void> {
		for (const { url } of this.servers) {
			await expect
				.poll(async () => (await fetch(`${url}/readyz`).catch(() => null))?.status, { timeout: within, interval: 50 })
				.toBe(200);
		}
	}

	async strike(): Promise<void> {
		for (const hand of this.hands) hand.getUp();
		for (const proxy of this.proxies) await proxy.close();
		await this.services.close();
		const codes = [];
		for (const server of [...this.servers].reverse()) codes.push(await server.stop());
		expect(codes, 'the servers lived and stopped when asked').toEqual(this.servers.map(() => 0));
	}
}

function killIfThere(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

interface Wanted {
	/** Server processes on the one database. */
	servers?: number;
	hands?: number;
	odds?: Odds;
	delay?: () => number;
	/** Where the data lie, instead of a new folder. */
	dataDir?: string;
}

/** Plays one scene and clears the stage after it. */
export async function onStage(
	name: string,
	{ servers = 1, hands = 4, odds = faithful, delay, dataDir }: Wanted,
	play: (stage: Stage) => Promise<void>
): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'swing-faults-'));
	const dir = dataDir ?? join(folder, 'data');
	const running: RunningServer[] = [];
	for (let n = 0; n < servers; n += 1) running.push(await runServer(dir, { LIMITS: '100' }));
	const stage = new Stage(name, dir, await servicesIn(dir), odds);
	try {
		for (const server of running) {
			stage.servers.push(server);
			stage.proxies.push(await proxyTo(Number(new URL(server.url).port), delay));
		}
		await stage.seat(hands);
		await play(stage);
	} finally {
		await stage.strike();
		await rm(folder, { recursive: true, force: true });
	}
}

/** A look into the database from beside, which neither starts nor stops it. */
async function servicesIn(dir: string): Promise<Services> {
	const postgres = join(dir, 'postgres');
	const running = await findPostmaster(postgres);
	if (!running) throw new Error('PostgreSQL does not run');
	const databaseUrl = `postgres://${superuser}:${await passwordOf(postgres)}@127.0.0.1:${running.port}/swing`;
	plugIn(serverNouns);
	return createServices({ config: parseConfig({ DATA_DIR: dir }), databaseUrl, log: pino({ level: 'silent' }) });
}
