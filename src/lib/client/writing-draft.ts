import { leaveOpen, mayHaveDraft } from './draft-places.ts';
import { onceStirred } from './stirred.ts';

/** Milliseconds after a change until the draft is kept: what leaves a page behind leaves no time to lock it. */
const rest = 0;

/** What keeps drafts: fetched when there is one, or when one may begin. */
const keeping = async () => (await import('./drafts.ts')).drafts;
/** What reads them comes with it. */
const fetchReads = () => import('../model/documents/kept-draft.ts');
export type Reads = Awaited<ReturnType<typeof fetchReads>>;

/** The place to write, as far as its draft needs it. */
interface Place {
	/** Where the draft is kept, if it is: `<personId>:<place>`. */
	key: () => string | undefined;
	/** What a draft keeps of what stands there. */
	standing: () => string;
	takeUp: (reads: Reads, draft: string) => Promise<void>;
	/** Another tab wrote on. @returns whether that stands here too now */
	follow: (reads: Reads, now: string, before: string) => boolean;
	/** Hears whether what was changed last is kept. */
	told?: (kept: boolean) => void;
}

/** Keeps what is being written in one place, at each change, and brings it back. */
export class WritingDraft {
	#place: Place;
	#saving: ReturnType<typeof setTimeout> | undefined;
	/** Counts what the writer changed. */
	#changes = 0;
	/** How many of the changes are kept. */
	#kept = 0;
	/** How many of them are thrown away. */
	#dropped = 0;
	/** Counts what was to be kept: what is fetched to keep it can come to the later text first. */
	#asked = 0;
	/** Whether there may be a draft that has not come. */
	#awaited = false;
	/** While a draft that was there is on its way: nothing is kept in its place before. */
	#coming: Promise<void> | null = null;
	/** Whether the place to write is gone. */
	#over = false;

	constructor(place: Place) {
		this.#place = place;
	}

	/** How much the writer has changed, in steps. */
	get changes(): number {
		return this.#changes;
	}

	/**
	 * Brings back what is kept, and follows what other tabs keep.
	 * @param wanted whether a draft may take the place of what stands there
	 * @returns the way to stop
	 */
	start(wanted: boolean): () => void {
		const key = this.#place.key();
		if (!key) return () => {};
		const existed = mayHaveDraft(key);
		let stop: (() => void) | undefined;
		// Where none was, what is kept by now is what is being written here.
		const isWanted = () => wanted && !this.#over && (existed || this.#changes === 0);
		const follow = async (): Promise<void> => {
			const [drafts, reads] = await Promise.all([keeping(), fetchReads()]).catch(() => []);
			if (!drafts || !reads || this.#over) return;
			stop = drafts.watch(key, (now, before) => this.#place.follow(reads, now, before));
			const draft = isWanted() ? await drafts.read(key) : null;
			this.#awaited = drafts.awaits(key);
			if (draft !== null && isWanted()) await this.#place.takeUp(reads, draft);
		};
		this.#awaited = wanted && existed;
		if (existed) this.#coming = follow().finally(() => (this.#coming = null));
		const unstirred = existed ? undefined : onceStirred(() => void follow());
		addEventListener('pagehide', this.#leave);
		return () => {
			this.#leave();
			this.save();
			this.#over = true;
			unstirred?.();
			stop?.();
			removeEventListener('pagehide', this.#leave);
			removeEventListener('beforeunload', this.#hold);
		};
	}

	/** Something is being changed that `changed` will tell of soon: the page is not left unasked. */
	begins(): void {
		if (this.#place.key()) addEventListener('beforeunload', this.#hold);
	}

	/** The writer has changed something. Once the place is gone, what is told late is no news: another may have what was kept. */
	changed(): void {
		if (this.#over) return;
		this.#changes += 1;
		this.begins();
		clearTimeout(this.#saving);
		this.#saving = setTimeout(this.save, rest);
	}

	/** Keeps the draft now, if there is anything new in it. */
	save = (): void => {
		clearTimeout(this.#saving);
		const key = this.#place.key();
		if (this.#saving !== undefined && key) void this.#keep(key, this.#place.standing());
		this.#saving = undefined;
	};

	/** What was changed and is not on its way yet is not kept. */
	callOff(): void {
		clearTimeout(this.#saving);
		this.#saving = undefined;
	}

	/** Throws the draft away, with all that was changed up to then. */
	async drop(upTo: number): Promise<void> {
		const key = this.#place.key();
		if (!key) return;
		this.#kept = upTo;
		this.#dropped = upTo;
		removeEventListener('beforeunload', this.#hold);
		await keeping().then(
			(drafts) => drafts.drop(key),
			() => {}
		);
	}

	async #keep(key: string, text: string): Promise<void> {
		if (this.#coming) {
			await this.#coming;
			return this.#over ? undefined : this.changed();
		}
		const upTo = this.#changes;
		const asked = (this.#asked += 1);
		const drafts = await keeping().catch(() => null);
		if (asked < this.#asked || (upTo > 0 && upTo <= this.#dropped)) return;
		const kept = (await drafts?.keep(key, text).catch(() => false)) ?? false;
		if (kept) this.#kept = Math.max(this.#kept, upTo);
		if (this.#kept >= this.#changes) removeEventListener('beforeunload', this.#hold);
		this.#place.told?.(kept);
	}

	/** Asks before the page is left, while something written lives in it alone. */
	#hold = (event: Event): void => event.preventDefault();

	/** What is not locked yet when the page is left stays in this tab as it is. */
	#leave = (): void => {
		const key = this.#place.key();
		const left = key && this.#kept < this.#changes ? this.#place.standing() : '';
		if (key && left) leaveOpen(key, left, this.#awaited);
	};
}
