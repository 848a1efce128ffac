import { untrack } from 'svelte';
import type { Answer, Refusal } from '../model/protocol.ts';
import { FieldBases, type FieldWrite } from './field-bases.ts';
import { keptFields, readKept, type KeptFields } from './kept-fields.ts';
import { WritingDraft } from './writing-draft.ts';

/** What a save is answered: the newest revision, and the fields in which somebody else had written something else. */
export interface FieldsSaved {
	n: number;
	clashes: readonly string[];
}

/** What stands on the server: a revision, and what the form shows of it. */
export interface StandingForm<Typed> {
	n: number;
	typed: Typed;
}

export interface AutosaveWays<Typed, Untaken> {
	/** Where what is not on the server yet is kept: `<personId>:<place>`. */
	place: string;
	/** What a field says, or what in it cannot be taken. */
	read(typed: Typed, field: string): { value: unknown } | { untaken: Untaken[] };
	/** @throws Error when no answer comes: it may have been done or not, so it is repeated as it is */
	send(write: Pick<FieldWrite, 'commandId' | 'base' | 'values'>): Promise<Answer<FieldsSaved>>;
	/** Calls `work` now if there is a line, and each time it comes back. */
	whenever(work: () => void): () => void;
	/** Loads anew what stands, which then comes by `adopt`. */
	reload(): Promise<void>;
	/** Whether somebody's caret stands in the field: it is not filled anew under their hands. */
	isBusy(field: string): boolean;
	/** What the server does not take of what was sent. */
	untakenOf(refusal: Refusal): Untaken[];
}

/** Milliseconds of rest before what was changed is sent; and before it is tried again. */
const [rest, pauseBeforeRetry] = [2000, 5000];
/** Refusals that say nothing about the write itself. */
const passing = ['failed', 'too_many'];

/** A form of several fields that is saved while it is written, each field on top of the revision it was made from. */
export class Autosave<Typed extends object, Untaken extends { at: string }> {
	/** What stands in the form; the fields write into it. */
	typed = $state() as Typed;
	untaken = $state.raw<Untaken[]>([]);
	/** Fields in which somebody else wrote something else, until one side is chosen. */
	clashing = $state.raw<string[]>([]);
	/** Fields that the server does not have as they stand here. */
	unsaved = $state.raw<string[]>([]);
	sending = $state(false);
	/** By this device's clock, in milliseconds. */
	savedAt = $state<number | null>(null);
	/** The last try got no answer. */
	lost = $state(false);
	/** Whether this browser keeps what the server does not have. */
	kept = $state(true);
	refused = $state.raw<Refusal | null>(null);
	#ways: AutosaveWays<Typed, Untaken>;
	#bases: FieldBases<Typed>;
	#pending: FieldWrite | null = null;
	#draft: WritingDraft;
	#flushing: Promise<void> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The newest revision that was told of. */
	#told = 0;
	/** Whether a save met what others wrote, which is to be loaded; it may stand in a revision that was. */
	#met = false;

	/** @param begun what stands in the form, where that is something else, and the revision it was made from: a form that came back */
	constructor(standing: StandingForm<Typed>, ways: AutosaveWays<Typed, Untaken>, begun = standing) {
		this.#ways = ways;
		this.typed = structuredClone(begun.typed);
		this.#bases = new FieldBases(standing);
		for (const field of this.#bases.changed(begun.typed)) this.#bases.madeFrom(field, begun.n);
		this.#draft = new WritingDraft({
			key: () => ways.place,
			standing: () => keptFields(this.#whatIsKept()),
			takeUp: (_, draft) => Promise.resolve(this.#takeUp(draft)),
			follow: (_, now) => now === keptFields(this.#whatIsKept()),
			told: (kept) => (this.kept = kept)
		});
	}

	/** Whether everything that stands here is on the server. */
	get isSaved(): boolean {
		return this.unsaved.length === 0 && !this.#pending;
	}

	/**
	 * Saves from now on; returns the way to stop.
	 * @param wanted whether what this browser kept may take the place of what stands here
	 */
	start(wanted = true): () => void {
		const stopDraft = this.#draft.start(wanted);
		const stopWatching = $effect.root(() => {
			$effect(() => {
				JSON.stringify(this.typed);
				untrack(() => this.#notice());
			});
		});
		const stopLine = this.#ways.whenever(() => void (this.isSaved || this.flush()));
		const hide = () => void (document.visibilityState === 'hidden' && this.flush());
		document.addEventListener('visibilitychange', hide);
		return () => {
			stopWatching();
			stopLine();
			document.removeEventListener('visibilitychange', hide);
			void this.flush();
			stopDraft();
		};
	}

	/** Sends what was changed, now. Done when it has been answered, or cannot be. */
	async flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#flushing ??= this.#sendAll().finally(() => (this.#flushing = null));
		await this.#flushing;
	}

	/** Takes over what the server has now, in the fields that nobody has touched here. */
	adopt(standing: StandingForm<Typed>): void {
		const sent = this.#pending?.fields ?? [];
		const filled = this.#bases.adopt(standing, this.typed, {
			isHeld: (field) => sent.includes(field) || this.clashing.includes(field) || this.#ways.isBusy(field),
			isSame: (field, one, other) => this.#isSame(field, one, other)
		});
		Object.assign(this.typed, filled);
	}

	/** Puts into a field what stood there before, and takes away what was wrong with what was typed since. */
	takeBack<Field extends keyof Typed>(field: Field, before: Typed[Field]): void {
		this.typed[field] = before;
		this.untaken = this.untaken.filter(({ at }) => fieldAt(at) !== field);
	}

	/** What the server has of a field, as it stands in the form. */
	saved<Field extends keyof Typed>(field: Field): Typed[Field] | undefined {
		return this.#bases.says(field);
	}

	/** Somebody left a field: what was told meanwhile may stand there now. */
	left(): void {
		this.adopt(this.#bases.standing);
	}

	/** A save was told of. */
	heard(n: number): void {
		this.#told = Math.max(this.#told, n);
		if (!this.sending) this.#catchUp();
	}

	/** One side was chosen, by which the server has revision `n`; `asWritten` says `mine` as it was sent, whatever stands since. */
	settled(field: string, keep: 'mine' | 'theirs', { n, asWritten, mine }: { n: number; asWritten: number; mine: unknown }): void {
		this.clashing = this.clashing.filter((one) => one !== field);
		if (keep === 'theirs') Object.assign(this.typed, this.#bases.takeStanding(field, n));
		else {
			// Where nothing was typed since, what was chosen stands there now.
			if (!this.unsaved.includes(field)) Object.assign(this.typed, { [field]: structuredClone(mine) });
			this.#bases.set(field, JSON.stringify(mine), asWritten);
		}
		this.#told = Math.max(this.#told, n);
		this.#notice();
		this.#catchUp();
	}

	#catchUp(): void {
		if (this.#told <= this.#bases.standing.n && !this.#met) return;
		const met = this.#met;
		this.#met = false;
		void this.#ways.reload().catch(() => void (this.#met ||= met));
	}

	#isSame(field: string, one: Typed, other: Typed): boolean {
		const [read, also] = [this.#ways.read(one, field), this.#ways.read(other, field)];
		return 'value' in read && 'value' in also && JSON.stringify(read.value) === JSON.stringify(also.value);
	}

	/** Something stands here that did not before. */
	#notice(): void {
		const before = this.#draft.changes;
		this.unsaved = this.#bases.changed(this.typed);
		// What is mended is no longer marked; what is wrong is marked once one rests.
		this.untaken = this.untaken.filter(({ at }) => {
			const field = fieldAt(at);
			return this.unsaved.includes(field) && 'untaken' in this.#ways.read(this.typed, field);
		});
		if (this.unsaved.length === 0 && before === 0 && !this.#pending) return;
		this.#draft.changed();
		if (this.unsaved.length === 0) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), rest);
	}

	/** The next fields that go together: all that were made from the same revision. */
	#next(): FieldWrite | null {
		const values: Record<string, unknown> = {};
		const untaken: Untaken[] = [];
		for (const field of this.unsaved) {
			if (this.clashing.includes(field)) continue;
			const read = this.#ways.read(this.typed, field);
			if ('untaken' in read) untaken.push(...read.untaken);
			else values[field] = read.value;
		}
		// What the server refused is not sent again before it is changed.
		const refused = this.untaken.filter(({ at }) => fieldAt(at) in values);
		for (const { at } of refused) delete values[fieldAt(at)];
		this.untaken = [...untaken, ...refused];
		return this.#bases.writeOf(this.typed, values);
	}

	async #sendAll(): Promise<void> {
		this.unsaved = this.#bases.changed(this.typed);
		for (;;) {
			const write = this.#pending ?? this.#next();
			if (!write) break;
			this.#pending = write;
			this.sending = true;
			this.#draft.changed();
			const { commandId, base, values } = write;
			const answer = await this.#ways.send({ commandId, base, values }).catch(() => null);
			this.lost = answer === null;
			if (answer === null || ('refused' in answer && passing.includes(answer.refused.code))) {
				this.#later();
				break;
			}
			this.#pending = null;
			if ('ok' in answer) this.#took(write, answer.ok);
			else if (!this.#refuse(write, answer.refused)) break;
		}
		this.sending = false;
		this.#tidy();
		this.#catchUp();
	}

	#took(write: FieldWrite, { n, clashes }: FieldsSaved): void {
		for (const field of write.fields) {
			if (!clashes.includes(field)) this.#bases.set(field, write.typed[field] ?? '', n);
		}
		this.clashing = [...new Set([...this.clashing, ...write.fields.filter((field) => clashes.includes(field))])];
		this.refused = null;
		this.savedAt = Date.now();
		this.#told = Math.max(this.#told, n);
		// Where nobody else wrote in between, what stands is known without being loaded.
		if (clashes.length > 0 || !this.#bases.went(write, n)) this.#met = true;
		this.unsaved = this.#bases.changed(this.typed);
	}

	/** @returns whether the rest may go on */
	#refuse({ fields }: FieldWrite, refusal: Refusal): boolean {
		const untaken = refusal.code === 'invalid' ? this.#ways.untakenOf(refusal) : [];
		const marked = untaken.filter(({ at }) => fields.includes(fieldAt(at)));
		this.untaken = [...this.untaken, ...marked];
		if (marked.length === 0) this.refused = refusal;
		return marked.length > 0;
	}

	/** What the server has needs no keeping here. */
	#tidy(): void {
		this.unsaved = this.#bases.changed(this.typed);
		if (this.isSaved) void this.#draft.drop(this.#draft.changes);
		else this.#draft.changed();
	}

	#later(): void {
		this.#timer ??= setTimeout(() => void this.flush(), pauseBeforeRetry);
	}

	#whatIsKept(): KeptFields | null {
		return this.isSaved ? null : { fields: this.#bases.unsaved(this.typed), pending: this.#pending };
	}

	/** What this browser kept comes back where nobody has written since. */
	#takeUp(draft: string): void {
		for (const { fields, pending } of readKept(draft)) {
			this.#pending ??= pending;
			Object.assign(this.typed, this.#bases.takeUp(fields, this.typed));
		}
		this.#notice();
		void this.flush();
	}
}

/** The field of which something is a part: `cost` of `cost.from`. */
function fieldAt(at: string): string {
	return at.split('.')[0] ?? at;
}
