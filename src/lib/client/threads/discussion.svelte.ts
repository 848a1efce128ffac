import { untrack } from 'svelte';
import type { Actor } from '../../model/access/actor.ts';
import { canInThread } from '../../model/threads/can-in-thread.ts';
import type { UnreadCounts } from '../../model/protocol.ts';
import type { PersonTag } from '../../model/people/tags.ts';
import type { JumpedOver } from '../../model/threads/jumped-over.ts';
import type { HiddenText, Post } from '../../model/threads/posts.ts';
import type { ReactionKind } from '../../model/threads/reactions.ts';
import type { ReadState } from '../../model/threads/read-state.ts';
import type { Subject } from '../../model/threads/subject.ts';
import { postSubject } from '../../model/threads/thread-subject.ts';
import type { Thread } from '../../model/threads/thread.ts';
import type { Connection } from '../connection.svelte.ts';
import type { Outbox, Waiting } from '../outbox.svelte.ts';
import type { UnreadPosts } from '../unread.svelte.ts';
import { discussions } from './discussions.ts';
import { HeldBack } from './held-back.svelte.ts';
import { HiddenTexts } from './hidden-texts.svelte.ts';
import { LiveThread } from './live-thread.svelte.ts';
import { NewPosts } from './new-posts.svelte.ts';
import { withOwnReactions } from './own-reactions.ts';
import { ReadMarks } from './read-marks.svelte.ts';
import { sayIn, type Say } from './saying.ts';
import type { ThreadRequests } from './thread-requests.ts';
import { waitingPosts } from './waiting-posts.ts';

/** What a page knows of a discussion when it is loaded. */
export interface LoadedDiscussion {
	subject: Subject;
	thread: Thread;
	readState: ReadState;
	jumpedOver: JumpedOver;
	hiddenTexts: HiddenText[];
	/** The post that the page was opened to answer. */
	answerTo: number | null;
}

/** Who reads; asked again each time. */
export interface CurrentReader {
	readonly me: PersonTag | null;
	readonly actor: Actor;
}

/** How a discussion reaches the server, and the browser's pages. */
export interface Ways {
	line: Pick<Connection, 'open' | 'hear' | 'follow' | 'command' | 'state' | 'recount'>;
	outbox: Pick<Outbox, 'waiting' | 'add' | 'settle' | 'takeBack'>;
	unread: Pick<UnreadPosts, 'opened' | 'left'>;
	requests: ThreadRequests;
	/** Leads to an address. */
	goto(href: string): Promise<void>;
	/** Too much was missed: loads the page's data anew, around the posts that are on screen, from the top. */
	loadAnew(onScreen: Post[]): Promise<void>;
}

/** A thread over its subject while its page is open: what was said, what is being sent, what is read, what is being answered. */
export class Discussion {
	readonly subject: Subject;
	readonly say: Say;
	readonly marks: ReadMarks;
	readonly #live: LiveThread;
	readonly #heldBack: HeldBack;
	readonly #hidden: HiddenTexts;
	readonly #fresh: NewPosts;
	readonly #reading: CurrentReader;
	readonly #ways: Ways;
	#loaded: LoadedDiscussion = $state.raw() as LoadedDiscussion;
	/** The post that is being answered. */
	answering = $state.raw<Post | null>(null);
	/** Id of the post that is being changed. */
	editing = $state<string | null>(null);

	/** What of this discussion waits to be sent, or was refused. */
	readonly own: Waiting[] = $derived.by(() => this.#ways.outbox.waiting.filter(({ place }) => place === this.subject.stream));
	/** The window of the thread with one's own reactions. */
	readonly posts: Post[] = $derived.by(() => withOwnReactions(this.thread.posts, this.own, this.#reading.me));
	/** The same in the order of the page. */
	readonly inOrder: Post[] = $derived(discussions(this.posts).flatMap(({ beginning, answers }) => [beginning, ...answers]));
	/** What waits, by the discussion it answers in. */
	readonly waiting = $derived(waitingPosts(this.posts, this.own));
	/** The discussion that is answered in, as long as the page shows it. */
	readonly answeredIn: number | null = $derived.by(() => {
		const { answering } = this;
		return answering && (this.posts.find(({ seq }) => seq === (answering.root ?? answering.seq))?.seq ?? null);
	});
	/** The discussion below which nothing stands, neither another one nor an answer that is being written. */
	readonly lowest: number | undefined = $derived.by(() => {
		const last = this.thread.later ? undefined : this.posts.findLast(({ root }) => root === null)?.seq;
		return this.answeredIn === last ? undefined : last;
	});
	/** What had been answered before the window when the page was loaded; what comes later moves nothing, and is told where one writes. */
	readonly elsewhere = $derived.by(() =>
		this.thread.elsewhere.filter(({ author, seq }) => author.id !== this.#reading.me?.id && seq <= this.#loaded.thread.seq)
	);
	readonly below = $derived.by(() => this.#fresh.below);
	readonly above = $derived.by(() => this.#fresh.above);
	/** How many messages nobody has shown the reader yet; what they jumped over does not count. */
	readonly unseen: number = $derived.by(() => {
		const places = [...this.marks.below, ...this.marks.arrived].map(({ seq }) => seq);
		return new Set([...this.marks.folded, ...places]).size + this.elsewhere.length;
	});
	/** The same with the place up to which it is counted; null in a window that is not the last. */
	readonly #left: UnreadCounts[string] | null = $derived.by(() => (this.thread.later ? null : [this.unseen, this.thread.seq]));
	readonly jumpedOver: JumpedOver = $derived.by(() => this.marks.jumpedOver(this.#loaded.jumpedOver));
	/** The same, where more was jumped over on this visit than one sees at a glance. */
	readonly jumpedHere: JumpedOver | null = $derived.by(() =>
		this.jumpedOver.count >= this.#loaded.jumpedOver.count + 3 ? this.jumpedOver : null
	);
	/** The first post that is new: a line stands above it. */
	readonly freshFrom: number | undefined = $derived.by(() => this.#fresh.from(this.isHeld));

	constructor(loaded: LoadedDiscussion, reading: CurrentReader, ways: Ways) {
		const { subject, thread, readState, hiddenTexts, answerTo } = loaded;
		const reader = reading.me?.id;
		this.#loaded = loaded;
		this.#reading = reading;
		this.#ways = ways;
		this.subject = subject;
		this.answering = thread.posts.find(({ seq }) => seq === answerTo) ?? null;
		this.#live = new LiveThread(thread, ways.line, { ...ways.requests, everything: () => this.#loadAnew() });
		this.say = sayIn(ways.outbox, subject, {
			line: ways.line,
			isOlder: () => this.thread.later,
			toNewest: () => ways.goto(`${subject.href}?newest`)
		});
		this.marks = new ReadMarks(subject.stream, readState, ways.line, () => ({
			thread: this.thread,
			reader,
			loaded: this.#loaded.thread.seq,
			left: () => this.#left
		}));
		this.#heldBack = new HeldBack(thread.seq);
		this.#hidden = new HiddenTexts(hiddenTexts, ways.requests.hidden);
		this.#fresh = new NewPosts(this.marks, thread.seq, () => this.inOrder, reader);
	}

	/** The window of the thread as it is now. */
	get thread(): Thread {
		return this.#live.current;
	}

	/** The texts of hidden posts that the reader may see. */
	get hidden(): ReadonlyMap<string, HiddenText> {
		return this.#hidden.texts;
	}

	/** Whether an answer waits until it is asked for. */
	isHeld = (post: Post): boolean => this.#heldBack.holds(post, this.#reading.me?.id, this.lowest);

	/** Follows the thread and keeps up with it. Returns the way to stop. */
	start(): () => void {
		const stop = this.#live.start();
		const stopKeepingUp = $effect.root(() => {
			$effect(() => this.#ways.unread.opened(this.subject.stream, this.#left?.[0] ?? null));
			$effect(() => this.#ways.outbox.settle(this.thread.stream, this.thread.seq));
			$effect(() => {
				const { lowest, thread } = this;
				untrack(() => {
					if (lowest !== undefined) this.#heldBack.show(lowest, thread);
					this.#hidden.keepUp(thread.posts, (post) => this.#mayReadHidden(post));
				});
			});
		});
		return () => {
			stopKeepingUp();
			stop();
			this.#ways.unread.left();
		};
	}

	/** Takes over what the page has loaded anew; what the stream brought does not load the old again. */
	take(loaded: LoadedDiscussion): void {
		if (loaded.thread !== this.#loaded.thread) {
			this.#loaded = loaded;
			this.#live.reload(loaded.thread);
			this.#heldBack.reload(Math.max(loaded.thread.seq, this.thread.seq));
			this.marks.take(loaded.readState);
		}
		this.#hidden.take(loaded.hiddenTexts);
	}

	/** Opens the place to answer in the post's discussion, which is shown whole. */
	answer(post: Post): void {
		this.answering = post;
		this.#show(post);
	}

	/** Closes the place to answer a post, its discussion shown whole. @returns false when another is being answered by then */
	closeAnswer(answered: Post): boolean {
		this.#show(answered);
		if (this.answering?.seq !== answered.seq) return false;
		this.answering = null;
		return true;
	}

	/** Shows the new answers that wait in the discussion that begins with this post. @returns the first of them */
	showHeld({ seq }: Post): Post | undefined {
		const first = this.posts.find((post) => post.root === seq && this.isHeld(post));
		this.#heldBack.show(seq, this.thread);
		return first;
	}

	/** Brings a post of the window into sight of its discussion. @returns false when it is not in the window */
	reveal(seq: number): boolean {
		const post = this.posts.find((one) => one.seq === seq);
		if (post?.root) this.#heldBack.show(post.root, this.thread);
		return post !== undefined;
	}

	/** Fetches the earlier answers of a discussion. @returns the first of them; null when there is no line */
	async unfold({ seq }: Post): Promise<Post | null | undefined> {
		return (await this.#live.unfold(seq)) ? this.posts.find(({ root }) => root === seq) : null;
	}

	react(post: Post, kind: ReactionKind, on: boolean): void {
		void this.#ways.outbox.add(this.subject.stream, 'react', { id: post.id, kind, on });
	}

	takeBack(commandId: string, over?: (entry: Waiting) => Promise<boolean>): void {
		void this.#ways.outbox.takeBack(commandId, over);
	}

	/** What the page is put out of sight with is not new when it is looked at again. */
	lookAway(): void {
		this.#fresh.lookAway(this.thread.seq);
	}

	#show({ root, seq }: Post): void {
		this.#heldBack.show(root ?? seq, this.thread);
	}

	#mayReadHidden(post: Post): boolean {
		return canInThread(this.#reading.actor, 'post.readHidden', postSubject(this.subject, post));
	}

	#loadAnew(): Promise<void> {
		return this.#ways.loadAnew(this.inOrder.filter(({ seq }) => this.marks.onScreen?.has(seq)));
	}
}
