import { jsonInOrder } from '../../model/in-order.ts';
import { normalizeSection } from '../../model/documents/section-normalize.ts';
import type { SectionDoc } from '../../model/documents/section-doc.ts';
import { mergeSections } from '../../model/documents/section-merge.ts';
import type { SavedSection } from '../../model/plans/commands.ts';
import type { Refusal } from '../../model/protocol.ts';
import { WritingDraft } from '../writing-draft.ts';
import { readKeptSection, type KeptSection } from './kept-section.ts';
import type { SectionWays, SectionWrite, StandingSection } from './section-ways.ts';

/** Milliseconds: of rest until what was written is saved, at most between two saves while one writes on, and until a draft is kept. */
const [rest, longest, beforeKept] = [2000, 10_000, 300];
/** Before a save is tried again that found no line. */
const pauseBeforeRetry = 5000;
/** Refusals that say nothing about what was written. */
const passing = ['too_many', 'failed', 'unavailable'];

/** The database keeps the parts of a document in an order of its own. */
const same = (one: SectionDoc, other: SectionDoc): boolean => jsonInOrder(one) === jsonInOrder(other);

/**
 * Saves a section while somebody writes in it, and brings in what others write there meanwhile. What stands in the editor was
 * always made from one revision; whatever comes from the server is merged with it, word by word.
 */
export class SectionWriter {
	title = $state('');
	/** Whether something stands here that the server does not have. */
	isUnsaved = $state(false);
	sending = $state(false);
	/** Whether the last save found no line. */
	lost = $state(false);
	savedAt = $state<number | null>(null);
	refused = $state.raw<Refusal | null>(null);
	/** Whether what is not saved is kept in this browser. */
	kept = $state(true);
	/** Whether both sides of the same words wait for a choice. */
	clashes = $state(false);
	/** The revision from which what stands here was made. */
	standing = $state.raw<StandingSection>({ n: 0, title: '', doc: { type: 'doc', content: [] } });
	#ways: SectionWays;
	#draft: WritingDraft;
	#pending: SectionWrite | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#keeping: ReturnType<typeof setTimeout> | undefined;
	#unsavedSince = 0;
	/** The newest revision of which was heard. */
	#told = 0;
	#working: Promise<void> = Promise.resolve();
	/** Whether what was brought back was made from a revision of which only the number is known here. */
	#strangeBase = false;
	#taking = false;
	#over = false;

	constructor(standing: StandingSection, ways: SectionWays) {
		this.standing = standing;
		this.title = standing.title;
		this.#told = standing.n;
		this.#ways = ways;
		this.#draft = new WritingDraft({
			key: () => ways.place,
			standing: () => this.#whatIsKept(),
			takeUp: (_, draft) => this.#takeUp(draft),
			follow: () => false,
			told: (kept) => void (this.kept = kept)
		});
	}

	get isSaved(): boolean {
		return !this.isUnsaved && !this.sending;
	}

	/** Begins to keep and to save. Returns the way to stop: what is not saved by then goes out, and is kept until it arrived. */
	start(): () => void {
		const leave = () => {
			this.#keepNow();
			void this.flush();
		};
		const hide = () => document.visibilityState === 'hidden' && leave();
		const listening = new AbortController();
		// Whoever is asked whether to leave the page takes longer to answer than a save takes.
		for (const event of ['beforeunload', 'pagehide']) addEventListener(event, leave, { signal: listening.signal });
		document.addEventListener('visibilitychange', hide, { signal: listening.signal });
		const stops = [this.#draft.start(true), this.#ways.whenever(() => void this.flush())];
		return () => {
			listening.abort();
			this.#keepNow();
			const last = this.#ways.read();
			this.#ways = { ...this.#ways, read: () => last, take: () => false };
			void this.flush();
			this.#over = true;
			clearTimeout(this.#timer);
			for (const stop of stops) stop();
		};
	}

	/** A key was pressed; what it wrote is told of soon. */
	typed(): void {
		this.#draft.begins();
	}

	/** Something was written. */
	changed(): void {
		if (this.#taking) return;
		if (!this.isUnsaved) this.#unsavedSince = Date.now();
		this.isUnsaved = true;
		this.#keeping ??= setTimeout(() => this.#keepNow(), beforeKept);
		const left = this.#unsavedSince + longest - Date.now();
		this.#flushIn(Math.max(0, Math.min(rest, left)));
	}

	/** Somebody saved the section: their words are brought in. */
	heard(n: number): void {
		this.#told = Math.max(this.#told, n);
		void this.#work(() => Promise.resolve());
	}

	/** Saves now what is not saved. Done once it is on the server, or found no line. */
	flush(): Promise<void> {
		return this.#work(() => this.#save());
	}

	#flushIn(milliseconds: number): void {
		clearTimeout(this.#timer);
		if (!this.#over) this.#timer = setTimeout(() => void this.flush(), milliseconds);
	}

	/** One side of a clash was chosen; what stands now is brought in. */
	async settled(n: number): Promise<void> {
		this.clashes = false;
		this.heard(n);
		await this.flush();
	}

	/** One thing at a time, and what was heard meanwhile at the end of each. */
	#work(task: () => Promise<void>): Promise<void> {
		this.#working = this.#working.then(task).then(() => this.#catchUp());
		return this.#working;
	}

	async #save(): Promise<void> {
		clearTimeout(this.#timer);
		for (;;) {
			// Who comes back to the line has rested long enough: what was written since goes out too.
			const again = this.#pending !== null;
			const write = this.#pending ?? this.#next();
			if (!write) break;
			this.#pending = write;
			this.sending = true;
			const answer = await this.#ways.send(write).catch(() => null);
			this.sending = false;
			this.lost = answer === null;
			if (answer === null || ('refused' in answer && passing.includes(answer.refused.code))) {
				this.#flushIn(pauseBeforeRetry);
				return;
			}
			this.#pending = null;
			if ('refused' in answer) {
				this.refused = answer.refused;
				return;
			}
			await this.#took(write, answer.ok);
			// What was typed meanwhile waits until one rests.
			if (this.isUnsaved && !again) break;
		}
	}

	#next(): SectionWrite | null {
		const doc = this.#ways.read();
		const title = this.title.trim() || this.standing.title;
		if (title === this.standing.title && same(normalizeSection(doc), this.standing.doc)) {
			this.isUnsaved = false;
			void this.#draft.drop(this.#draft.changes);
			return null;
		}
		this.isUnsaved = true;
		return { commandId: crypto.randomUUID(), base: this.standing.n, title, doc };
	}

	async #took(write: SectionWrite, { n, merged, clashes }: SavedSection): Promise<void> {
		this.refused = null;
		this.savedAt = Date.now();
		this.#told = Math.max(this.#told, n);
		if (clashes) this.clashes = true;
		// What was sent is what was written on from then; the others' words come on top of it.
		this.standing = { n: merged ? write.base : n, title: write.title, doc: normalizeSection(write.doc) };
		this.#strangeBase = false;
		const loaded = merged ? await this.#ways.load().catch(() => null) : null;
		if (loaded) this.#meet(loaded);
		const now = this.#ways.read();
		this.isUnsaved = this.title.trim() !== this.standing.title || !same(normalizeSection(now), this.standing.doc);
		if (this.isUnsaved) {
			this.#unsavedSince = Date.now();
			this.#keepNow();
			this.#flushIn(rest);
		} else void this.#draft.drop(this.#draft.changes);
	}

	async #catchUp(): Promise<void> {
		if (this.#over || this.#pending || this.#strangeBase || this.#told <= this.standing.n) return;
		const loaded = await this.#ways.load().catch(() => null);
		if (loaded) this.#meet(loaded);
	}

	/** Brings in what the server has. Where that changed the same words as what stands here, the next save asks which side stands. */
	#meet(theirs: StandingSection): void {
		if (theirs.n <= this.standing.n) return;
		const now = this.#ways.read();
		const { doc, clashes } = mergeSections(this.standing.doc, now, theirs.doc, { wins: 'mine' });
		// The server keeps both sides of it, if it comes to hear of this one from where it was begun.
		if (clashes.length > 0) return;
		// It is tried again with what is saved or heard next.
		if (!same(doc, now) && !this.#take(doc)) return;
		if (this.title.trim() === this.standing.title) this.title = theirs.title;
		this.standing = theirs;
		this.#told = Math.max(this.#told, theirs.n);
	}

	#take(doc: SectionDoc): boolean {
		this.#taking = true;
		const taken = this.#ways.take(doc);
		this.#taking = false;
		return taken;
	}

	#keepNow(): void {
		if (this.#keeping === undefined && !this.isUnsaved) return;
		clearTimeout(this.#keeping);
		this.#keeping = undefined;
		if (this.isUnsaved) this.#draft.changed();
	}

	#whatIsKept(): string {
		if (!this.isUnsaved && !this.#pending) return '';
		const kept: KeptSection = { base: this.standing.n, title: this.title, doc: this.#ways.read(), pending: this.#pending };
		return JSON.stringify(kept);
	}

	/** What this browser kept stands again as it was left, and goes to the server from the revision that it was made from. */
	async #takeUp(draft: string): Promise<void> {
		const kept = readKeptSection(draft);
		if (!kept) return;
		await this.#work(async () => {
			const here = this.#ways.read();
			// What was typed since the page was opened stays.
			const doc = same(here, this.standing.doc) ? kept.doc : mergeSections(this.standing.doc, here, kept.doc, { wins: 'mine' }).doc;
			this.#take(doc);
			this.title = kept.title;
			this.#strangeBase = kept.base !== this.standing.n;
			this.standing = { ...this.standing, n: kept.base };
			this.#pending = kept.pending;
			this.isUnsaved = true;
			await this.#save();
		});
	}
}
