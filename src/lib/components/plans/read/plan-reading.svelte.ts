import { tick } from 'svelte';
import type { PlanEvents } from '#lib/model/plans/happened.ts';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import type { ShownRow } from '#lib/model/plans/rows/beside.ts';
import type { OutlineSection, PlanShown, SectionShown } from '#lib/model/plans/shown.ts';
import { keepingPlace } from './keeping-place.ts';

/** What of a plan its page brings for who reads it. */
export type PlanToRead = Pick<PlanShown, 'plan' | 'outline' | 'sections' | 'cited' | 'rows'>;

/** Fetches JSON; throws where there is none. */
export type FetchJson = (address: string) => Promise<unknown>;

/**
 * What somebody reads of a plan: the sections that have come, the others as they are needed, and what others write meanwhile.
 * Words on screen stay as they are until their reader wants the newer ones.
 */
export class PlanReading {
	/** The sections as they stand on the page. */
	outline = $state.raw<OutlineSection[]>([]);
	/** The words that have come, by section. */
	words = $state.raw<Record<string, SectionShown>>({});
	/** The rows of sections that have come, by section. */
	rows = $state.raw<Record<string, ShownRow[]>>({});
	/** Up to which change by others these rows are, by section: as `rowsAt` of the outline. */
	rowsUpTo = $state.raw<Record<string, string | null>>({});
	/** Sections on screen; told by the page. */
	onScreen: ReadonlySet<string> = new Set();
	/** Sections in which their reader writes: the editor has what others write there. */
	written: ReadonlySet<string> = new Set();
	/** Of these the ones that were taken out of the plan meanwhile. */
	gone = $state.raw<ReadonlySet<string>>(new Set());
	/** Whether sections came, went or moved, which their reader has not wanted to see yet. */
	isOtherwise = $state(false);
	/** Sections with words newer than those that are shown, each with who wrote them; null where that is not known. */
	newer = $state.raw<Record<string, string | null>>({});
	/** Sections whose words could not be fetched. */
	missing = $state.raw<ReadonlySet<string>>(new Set());

	#newest: PlanToRead;
	#fetch: FetchJson;
	#fetching = new Map<string, Promise<void>>();
	/** How often the rows of a section were asked for apart from the page, and by which asking those came that are shown. */
	#rowsAsked = new Map<string, number>();
	#rowsShown = new Map<string, number>();

	constructor(first: PlanToRead, fetch: FetchJson) {
		this.#newest = first;
		this.#fetch = fetch;
		this.outline = first.outline;
		this.words = broughtBy(first);
		this.rows = rowsBroughtBy(first);
		this.#noteUpTo(Object.keys(this.rows));
	}

	/** Takes over what was loaded anew; `by` wrote last, where that is known. */
	take(newest: PlanToRead): void {
		if (newest === this.#newest) return;
		this.#newest = newest;
		const restored = new Set(this.outline.filter(({ hidden }) => hidden).map(({ id }) => id));
		const still = new Set(newest.outline.map(({ id }) => id));
		this.gone = new Set([...this.written].filter((id) => !still.has(id)));
		const standing = this.outline.map(({ id }) => id).join();
		const heads = this.#withGone(newest.outline);
		const now = heads.map(({ id }) => id).join();
		this.isOtherwise = standing !== now && this.#disturbs(heads);
		if (standing !== now && !this.isOtherwise) void this.restand();
		else this.#headsAnew();
		// A load may have begun before rows that came apart from it: these come again, as do those that it does not bring.
		const brought = Object.entries(rowsBroughtBy(newest)).filter(([id]) => !this.#rowsAsked.has(id));
		this.rows = { ...this.rows, ...Object.fromEntries(brought) };
		this.#drop(new Set(newest.outline.filter(({ hidden }) => hidden).map(({ id }) => id)));
		const anew = new Set(brought.map(([id]) => id));
		this.#noteUpTo(anew);
		for (const { id } of newest.outline) if (this.words[id] && !anew.has(id)) void this.#fetchRows(id);
		for (const [id, words] of Object.entries(broughtBy(newest))) this.#offer(words, this.newer[id] ?? null);
		for (const { id, n } of newest.outline) {
			const shown = this.words[id];
			if (shown && shown.n < n) this.#overtaken(id, null);
		}
		for (const { id, hidden } of newest.outline) if (restored.has(id) && !hidden && !this.words[id]) void this.#fetchWords(id);
	}

	/** Somebody saved a section: it is shown at once where nobody looks at it. */
	saved({ id, revision, title, length }: PlanEvents['section.saved'], by: string | null, own: boolean): void {
		const heads = this.#newest.outline.map((head) =>
			head.id === id && head.n < revision ? { ...head, n: revision, title, length, isNew: !own || head.isNew } : head
		);
		this.#newest = { ...this.#newest, outline: heads };
		this.#headsAnew();
		if (this.words[id]) this.#overtaken(id, by, own);
	}

	/** A lead took a section out of sight: nothing of it is held any more. */
	hide(id: string): void {
		const heads = this.#newest.outline.map((head) => (head.id === id ? { ...head, hidden: true, title: '' } : head));
		this.#newest = { ...this.#newest, outline: heads };
		this.#headsAnew();
		this.#drop(new Set([id]));
	}

	/** Something happened to a row; one that was hidden is gone at once. `othersAt`: when others wrote in it, ISO. */
	rowChanged({ id, section }: { id: string; section: string }, isHidden: boolean, othersAt: string | null = null): void {
		const held = this.rows[section];
		if (othersAt !== null) {
			const heads = this.#newest.outline.map((head) =>
				head.id === section && !head.hidden && (head.rowsAt ?? '') < othersAt ? { ...head, rowsAt: othersAt, isNew: true } : head
			);
			this.#newest = { ...this.#newest, outline: heads };
			this.#headsAnew();
		}
		if (isHidden && held) this.rows = { ...this.rows, [section]: held.filter((row) => row.id !== id) };
		if (this.words[section]) void this.#fetchRows(section);
	}

	/** Shows the newest words of a section: its reader wants them. */
	async show(id: string): Promise<void> {
		await this.#fetchWords(id);
	}

	/** Their reader writes in these sections now. One that was taken out of the plan stands no longer than that. */
	writes(ids: readonly string[]): void {
		this.written = new Set(ids);
		const left = [...this.gone].some((id) => !this.written.has(id));
		this.gone = new Set([...this.gone].filter((id) => this.written.has(id)));
		if (left) void this.restand();
	}

	/** Shows the sections as they stand now. */
	async restand(): Promise<void> {
		this.isOtherwise = false;
		const gone = new Set(this.outline.map(({ id }) => id));
		const heads = this.#withGone(this.#newest.outline);
		for (const { id } of heads) gone.delete(id);
		await keepingPlace(gone, () => (this.outline = this.#headsOf(heads)));
	}

	/** Has the words of sections come that are near, or are led to. */
	async need(ids: Iterable<string>): Promise<void> {
		await Promise.all([...ids].filter((id) => !this.words[id] && !this.#head(id)?.hidden).map((id) => this.#fetchWords(id)));
	}

	#head(id: string): OutlineSection | undefined {
		return this.#newest.outline.find((head) => head.id === id);
	}

	/** The rows of these sections are those of the newest outline. */
	#noteUpTo(sections: Iterable<string>): void {
		this.rowsUpTo = { ...this.rowsUpTo, ...Object.fromEntries([...sections].map((id) => [id, this.#head(id)?.rowsAt ?? null])) };
	}

	/** Holds nothing of these sections any more. */
	#drop(hidden: ReadonlySet<string>): void {
		const without = <Held>(held: Record<string, Held>): Record<string, Held> =>
			Object.fromEntries(Object.entries(held).filter(([id]) => !hidden.has(id)));
		[this.words, this.rows, this.newer] = [without(this.words), without(this.rows), without(this.newer)];
		this.rowsUpTo = without(this.rowsUpTo);
		this.missing = new Set([...this.missing].filter((id) => !hidden.has(id)));
	}

	/** Sections with those in between that are gone while their reader writes in them. */
	#withGone(now: readonly OutlineSection[]): OutlineSection[] {
		const heads = [...now];
		this.outline.forEach((head, place) => {
			if (!this.gone.has(head.id)) return;
			const before = this.outline[place - 1]?.id;
			heads.splice(heads.findIndex(({ id }) => id === before) + 1, 0, head);
		});
		return heads;
	}

	/** A section that is new stays marked as long as the page is open. */
	#headsOf(outline: OutlineSection[]): OutlineSection[] {
		const marked = new Set(this.outline.filter(({ isNew }) => isNew).map(({ id }) => id));
		return outline.map((head) => (marked.has(head.id) && !head.isNew ? { ...head, isNew: true } : head));
	}

	#headsAnew(): void {
		const newest = new Map(this.#headsOf(this.#newest.outline).map((head) => [head.id, head]));
		this.outline = this.outline.map((head) => newest.get(head.id) ?? head);
	}

	/** Whether what is looked at would go, or stand in another order. */
	#disturbs(now: OutlineSection[]): boolean {
		const seen = this.outline.filter(({ id }) => this.onScreen.has(id)).map(({ id }) => id);
		const still = now.filter(({ id }) => this.onScreen.has(id)).map(({ id }) => id);
		return seen.join() !== still.join();
	}

	#overtaken(id: string, by: string | null, own = false): void {
		if (this.written.has(id)) return;
		if (this.onScreen.has(id) && !own) this.newer = { ...this.newer, [id]: by ?? this.newer[id] ?? null };
		else void this.#fetchWords(id);
	}

	#offer(words: SectionShown, by: string | null): void {
		const shown = this.words[words.id];
		if (!shown || (shown.n < words.n && !this.onScreen.has(words.id))) void this.#put(words);
		else if (shown.n < words.n) this.newer = { ...this.newer, [words.id]: by };
	}

	async #put(words: SectionShown, showRows?: () => void): Promise<void> {
		await keepingPlace(new Set([words.id]), () => {
			// It may have been hidden while they were on their way.
			if (this.#head(words.id)?.hidden) return;
			this.words = { ...this.words, [words.id]: words };
			showRows?.();
			if (words.id in this.newer && words.n >= (this.#head(words.id)?.n ?? 0)) {
				const { [words.id]: _, ...others } = this.newer;
				this.newer = others;
			}
		});
	}

	#fetchWords(id: string): Promise<void> {
		const known = this.#fetching.get(id);
		if (known) return known;
		const fetching = this.#fetchNewest(id).finally(() => this.#fetching.delete(id));
		this.#fetching.set(id, fetching);
		return fetching;
	}

	async #fetchNewest(id: string): Promise<void> {
		for (let head = this.#head(id); head && !head.hidden && (this.words[id]?.n ?? 0) < head.n; head = this.#head(id)) {
			const address = this.#address(head);
			const asked = head;
			try {
				const [words, showRows] = await Promise.all([
					this.#fetch(`${address}?n=${asked.n}`),
					asked.rows ? this.#askForRows(asked) : undefined
				]);
				await this.#put(words as SectionShown, showRows);
			} catch {
				this.missing = new Set([...this.missing, id]);
				return;
			}
		}
		if (this.missing.has(id)) this.missing = new Set([...this.missing].filter((one) => one !== id));
		await tick();
	}

	async #fetchRows(id: string): Promise<void> {
		const head = this.#head(id);
		if (!head?.rows || head.hidden) return;
		const show = await this.#askForRows(head).catch(() => null);
		if (show) await keepingPlace(new Set([id]), show);
	}

	/** @returns what shows the rows that came, unless some are shown that were asked for later, or they were hidden meanwhile */
	async #askForRows(head: OutlineSection): Promise<() => void> {
		const { id } = head;
		const upTo = this.#head(id)?.rowsAt ?? null;
		const asking = (this.#rowsAsked.get(id) ?? 0) + 1;
		this.#rowsAsked.set(id, asking);
		const rows = (await this.#fetch(`${this.#address(head)}?rows`)) as ShownRow[];
		return () => {
			if (this.#head(id)?.hidden || asking < (this.#rowsShown.get(id) ?? 0)) return;
			this.#rowsShown.set(id, asking);
			this.rowsUpTo = { ...this.rowsUpTo, [id]: upTo };
			this.rows = { ...this.rows, [id]: rows };
		};
	}

	#address({ shortId }: OutlineSection): string {
		return `${hrefOfPlan(this.#newest.plan)}/sections/${shortId}`;
	}
}

function broughtBy({ sections, cited }: PlanToRead): Record<string, SectionShown> {
	return Object.fromEntries(sections.map(({ id, n, title, lang, doc }) => [id, { id, n, title, lang, doc, cited }]));
}

function rowsBroughtBy({ sections, rows }: PlanToRead): Record<string, ShownRow[]> {
	const bySection = Map.groupBy(rows, ({ section }) => section);
	return Object.fromEntries(sections.map(({ id }) => [id, bySection.get(id) ?? []]));
}
