import { SearchAsTyped } from '#lib/client/search-as-typed.svelte.ts';
import { m } from '#lib/i18n/m';
import type { Hit, Offer } from '#lib/model/search/results.ts';
import { fetchSearchParts } from './fetch-parts.ts';
import { fittingEntries, optionOf, roomEntries, type PaletteEntry } from './palette-entries.ts';
import type { SearchParts } from '../noun.ts';
import type { Reader } from '../ui/reader.svelte.ts';

interface Group {
	name: string;
	entries: PaletteEntry[];
}

interface Choosing {
	/** What is chosen before anything was: the first way offered (0), or none (-1), which then stands between the last and the first. */
	first: 0 | -1;
	/** What is offered while nothing is asked. */
	unasked?: (offers: Offers) => Group[];
}

/** The ways that a box offers as one types: names at once, then what is written, at last all results. */
export class Offers {
	readonly asTyped = new SearchAsTyped(6);
	readonly rooms: PaletteEntry[];
	#typed = $state('');
	#parts = $state.raw<SearchParts>({});
	#named = $state.raw<Offer[]>([]);
	#current = $state(-1);
	#reader: Pick<Reader, 'cities' | 'rooms'>;
	#choosing: Choosing;

	readonly asked = $derived(this.#typed.trim());
	readonly known = $derived.by(() => [
		...this.rooms,
		...this.#named.flatMap((offer) => optionOf(this.#parts, offer, offer, this.#reader.cities) ?? [])
	]);
	readonly shown: Group[] = $derived(this.#groups().filter(({ entries }) => entries.length > 0));
	readonly all = $derived(this.shown.flatMap(({ entries }) => entries));
	/** Place of the chosen one among all; -1 when there is none. */
	readonly current = $derived(Math.min(this.#current, this.all.length - 1));
	readonly chosen = $derived(this.all[this.current]);

	constructor(reader: Pick<Reader, 'cities' | 'rooms'>, choosing: Choosing) {
		this.rooms = roomEntries(reader.rooms);
		this.#reader = reader;
		this.#choosing = choosing;
		this.#current = choosing.first;
	}

	get typed(): string {
		return this.#typed;
	}

	/** What stands in the box now. */
	set typed(text: string) {
		this.#typed = text;
		this.#current = this.#choosing.first;
		if (this.asked === '') this.asTyped.stop();
		else this.asTyped.ask(this.asked);
	}

	/** Begins anew, with the names as they are now. */
	async begin(): Promise<void> {
		this.typed = '';
		void fetchSearchParts().then(
			(parts) => (this.#parts = parts),
			() => {}
		);
		const answer = await fetch('/search/offers', { headers: { accept: 'application/json' } }).catch(() => null);
		const fetched = answer?.ok && !answer.redirected ? ((await answer.json().catch(() => null)) as Offer[] | null) : null;
		if (fetched) this.#named = fetched;
	}

	choose(n: number): void {
		this.#current = n;
	}

	/** Goes on to the next one by an arrow key; false where that leads nowhere. */
	step(key: string): boolean {
		const by = { ArrowDown: 1, ArrowUp: -1 }[key];
		if (by === undefined || this.all.length === 0) return false;
		const { first } = this.#choosing;
		const places = this.all.length - first;
		this.#current = ((this.current - first + by + places) % places) + first;
		return true;
	}

	#found(hit: Hit): PaletteEntry | null {
		return optionOf(this.#parts, hit, { text: hit.excerpt.map(({ text }) => text).join(''), lang: hit.lang }, this.#reader.cities);
	}

	#groups(): Group[] {
		const { asked, asTyped } = this;
		if (asked === '') return this.#choosing.unasked?.(this) ?? [];
		const named = fittingEntries(this.known, asked, 7);
		const found = asTyped.text === asked ? (asTyped.results?.hits ?? []).flatMap((hit) => this.#found(hit) ?? []) : [];
		return [
			{ name: m.search_named(), entries: named },
			{ name: m.search_written(), entries: found.filter(({ href }) => !named.some((one) => one.href === href)) },
			{
				name: m.search_title(),
				entries: [{ href: `/search?${new URLSearchParams({ q: asked })}`, name: m.search_everywhere({ text: asked }), says: '' }]
			}
		];
	}
}
