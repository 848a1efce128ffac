import type { CommandInput, PlacingCommand } from '#lib/model/commands.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '#lib/client/connection.svelte.ts';
import { LiveThread, type Refetch } from '#lib/client/live-thread.svelte.ts';
import { Outbox } from '#lib/client/outbox.svelte.ts';
import type { Person } from '#lib/model/access/actor.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import { saying } from '../support/saying.ts';
import { tabs, type Tab } from './browser.ts';
import type { Ledger } from './ledger.ts';

/** Writes that may wait for their acknowledgement at a time. */
const mostWaiting = 8;

/** Somebody at a tab: the product's own connection, thread and outbox, and a hand that writes all the time. */
export class Hand {
	readonly person: Person;
	readonly live: LiveThread;
	readonly connection = new Connection();
	#outbox: Outbox;
	#slug: string;
	#ledger: Ledger;
	#stops: (() => void)[] = [];
	#count = 0;

	constructor({
		person,
		thread,
		slug,
		ledger,
		refetch
	}: {
		person: Person;
		thread: Thread;
		slug: string;
		ledger: Ledger;
		refetch(hand: Hand): Refetch;
	}) {
		this.person = person;
		this.#slug = slug;
		this.#ledger = ledger;
		this.live = new LiveThread(thread, this.connection, refetch(this));
		this.#outbox = new Outbox(person.id, this.connection);
	}

	async sitDown(tab: Tab): Promise<void> {
		await tabs.run(tab, async () => {
			this.#stops.push(this.live.start(), await this.#outbox.start());
		});
	}

	getUp(): void {
		for (const stop of this.#stops.splice(0)) stop();
		this.connection.close();
	}

	/** Writes until told to stop: mostly posts, now and then another text for one, or none any more. */
	async writeUntil(signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			if (this.unanswered < mostWaiting) await this.#write();
			await pause(30 + Math.random() * 90);
		}
	}

	/** Takes down what is shown of one's own writes. */
	look(): void {
		for (const { commandId, done, refused } of this.#outbox.waiting) {
			const write = this.#ledger.writes.get(commandId);
			if (write) write.shown = done !== null ? 'sent' : refused ? 'refused' : 'waiting';
		}
	}

	/** How many writes wait for their answer. */
	get unanswered(): number {
		this.look();
		return this.#outbox.waiting.filter(({ done, refused }) => done === null && !refused).length;
	}

	/** What the server said no to. */
	get refusals(): string[] {
		return this.#outbox.waiting.flatMap(({ refused }) => (refused ? [refused.code] : []));
	}

	async post(text = `${this.person.name} says for the ${(this.#count += 1)}th time: good morning`): Promise<void> {
		await this.#add('postMessage', { slug: this.#slug, doc: saying(text), lang: 'en' }, (id) => `post ${id}`);
	}

	async #write(): Promise<void> {
		const dice = Math.random();
		const own = dice < 0.25 ? this.#ownSettled() : undefined;
		if (own && dice < 0.2) {
			const input = { id: own.id, revision: own.revision, doc: saying(`Better words ${(this.#count += 1)}`), lang: 'lv' };
			await this.#add('editPost', input, () => `edit ${own.id} ${own.revision + 1}`);
		} else if (own) await this.#add('deletePost', { id: own.id }, () => `delete ${own.id}`);
		else await this.post();
	}

	/** An own post that nothing is waiting for. */
	#ownSettled() {
		if (this.unanswered > 0) return undefined;
		const own = this.live.current.posts.filter(({ author, deletedAt }) => author.id === this.person.id && !deletedAt);
		return own[Math.floor(Math.random() * own.length)];
	}

	async #add<Name extends PlacingCommand>(name: Name, input: CommandInput<Name>, does: (commandId: string) => string): Promise<void> {
		this.look();
		this.#outbox.settle(this.live.current.stream, this.live.current.seq);
		const added = this.#outbox.add(this.live.current.stream, name, input);
		const entry = this.#outbox.waiting.at(-1);
		if (!entry) throw new Error('Nothing was kept');
		this.#ledger.writes.set(entry.commandId, { does: does(entry.commandId), shown: 'waiting' });
		await added;
	}
}
