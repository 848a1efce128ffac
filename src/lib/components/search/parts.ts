import type { Component } from 'svelte';
import type { Kind } from '#lib/model/search/kinds.ts';
import type { Found, Hit } from '#lib/model/search/results.ts';
import type { CityTag } from '#lib/model/people/tags.ts';
import type { PaletteEntry } from './palette-entries.ts';

/** How one kind of what can be found is shown. */
export interface SearchPart<K extends Kind = Kind> {
	/** What several of them are called: Meetings. */
	plural(): string;
	/** One of them among the results. */
	Hit: Component<{ hit: Hit<K> }>;
	/** One of them as a box offers it; `words` are of its text. */
	option(found: Found<K>, words: { text: string; lang: string }, cityOf: (code: string | null) => CityTag | undefined): PaletteEntry;
}

/** Some kinds, each with its part; each noun brings its own. */
export type SearchParts = { [K in Kind]?: SearchPart<K> };

/** The part of a kind, seen as one that takes any; nothing where no noun brings it. */
export function partOf(parts: SearchParts, kind: Kind): SearchPart | undefined {
	return parts[kind] as SearchPart | undefined;
}
