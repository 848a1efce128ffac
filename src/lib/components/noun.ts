import type { Component } from 'svelte';
import type { Formatter } from '#lib/i18n/format.ts';
import type { DeskPanels, PanelName } from '#lib/model/desk/panels.ts';
import type { ModeratedByKind, ModeratedKind } from '#lib/model/moderation/moderation.ts';
import type { CitySections, SectionName } from '#lib/model/network/city-sections.ts';
import type { None } from '#lib/model/noun.ts';
import type { CityTag } from '#lib/model/people/tags.ts';
import type { Found, Hit, Kind } from '#lib/model/search/results.ts';
import type { PaletteEntry } from './search/palette-entries.ts';
import type { IconName } from './ui/icons.ts';

export { none } from '#lib/model/noun.ts';

/** A place with a page of its own. The palette leads to every room. */
export interface ScreenRoom {
	href: string;
	name(): string;
	icon: IconName;
	/** Whether the main menu leads there too. */
	menu: boolean;
	/** The kinds of the streams whose unread messages the menu counts beside it. */
	streams: readonly string[] | None;
}

/** How one kind of what can be found is shown. */
export interface SearchPart<K extends Kind = Kind> {
	/** What several of them are called: Meetings. */
	plural(): string;
	/** One of them among the results. */
	Hit: Component<{ hit: Hit<K> }>;
	/** One of them as a box offers it; `words` are of its text. */
	option(found: Found<K>, words: { text: string; lang: string }, cityOf: (code: string | null) => CityTag | undefined): PaletteEntry;
}

/** Some kinds, each with its part. */
export type SearchParts = { [K in Kind]?: SearchPart<K> };

/** How what a noun puts on a desk is shown. */
export interface DeskPart<Name extends PanelName = PanelName> {
	name: Name;
	/** Beside what waits, or below it. */
	stands: 'beside' | 'below';
	Panel: Component<{ panel: DeskPanels[Name]; now: string }>;
	/** What it adds to the sentence of the day: the next meeting begins in three days. Null where it never does. */
	sentence: ((panel: DeskPanels[Name], format: Formatter, now: string) => string | null) | null;
}

/** How what a noun says of a city is shown on its page. */
export interface CityPart<Name extends SectionName = SectionName> {
	name: Name;
	Section: Component<{ section: CitySections[Name] }>;
}

/** How one kind of what leads moderate is told of. */
export interface ModerationPart<K extends ModeratedKind = ModeratedKind> {
	/** What was done, as a sentence. */
	sentence(action: string, by: string, thing: ModeratedByKind[K] | null): string;
	/** The ways to what it was done to. */
	Ways: Component<{ thing: ModeratedByKind[K]; action: string }>;
	/** What is hidden: its name and where it stands in words, whose it is, and where that is and is restored; null where nothing is. */
	hidden:
		| ((thing: ModeratedByKind[K]) => {
				name: string;
				author: { id: string; name: string };
				title: string;
				href: string;
				restore: string;
		  })
		| null;
}

/** Some kinds, each with its part. */
export type ModerationParts = { [K in ModeratedKind]?: ModerationPart<K> };

type Fetched<Part> = () => Promise<{ default: Part }>;

/**
 * What a noun brings to the screen. Each piece is fetched by the pages that show it, so a page pays for no other; the room
 * comes to all of them from the server. Every key is required; what a noun does not have is `none`.
 */
export interface ScreenNoun {
	name: string;
	/** Its own place, to which menu and palette lead. */
	room: ScreenRoom | None;
	/** How its kinds are shown among what was found, and offered while one types. */
	search: Fetched<SearchParts> | None;
	/** What it puts on a desk besides what waits there. */
	desk: { [Name in PanelName]: Fetched<DeskPart<Name>> }[PanelName] | None;
	/** What it says on the page of a city. */
	city: { [Name in SectionName]: Fetched<CityPart<Name>> }[SectionName] | None;
	/** How its kinds are told of in the lists of the moderation. */
	moderation: Fetched<ModerationParts> | None;
}
