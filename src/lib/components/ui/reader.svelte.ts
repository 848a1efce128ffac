import { getContext, setContext } from 'svelte';
import type { Locale } from '#lib/i18n/locales.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import type { WaitingCount } from '#lib/model/notifications/count.ts';
import type { NetworkTag } from '#lib/model/network/network.ts';
import type { UnreadCounts } from '#lib/model/protocol.ts';
import type { CityTag, PersonTag } from '#lib/model/people/tags.ts';
import type { Theme } from '#lib/model/theme.ts';
import type { NamedRoom } from '../rooms.ts';

/** Who reads the page, and how they are used to reading; what it is the page's data say. */
export interface Reader {
	readonly me: PersonTag | null;
	readonly actor: Actor;
	readonly locale: Locale;
	readonly timeZone: string;
	readonly theme: Theme;
	/** Whether single letters are shortcuts. */
	readonly letterKeys: boolean;
	/** The server's clock when the page was made, ISO. */
	readonly now: string;
	/** The reader's network; null where there is none yet. */
	readonly network: NetworkTag | null;
	/** The network's cities in its order, their names in the reader's language. */
	readonly cities: CityTag[];
	/** Where menu and palette lead; nothing for visitors. */
	readonly rooms: NamedRoom[];
	readonly unreadCounts: UnreadCounts;
	/** How much waits for the reader as the page was made; null for visitors. */
	readonly waiting: WaitingCount | null;
	/** The origin under which this page is read, for addresses that are copied or compared. */
	readonly origin: string;
}

/** The key in a component's context, for what is made without the layout above it: what floats over every page, and tests. */
export const readerKey = Symbol('reader');

/** A reader of whom everything is as of when it is read: one object for the whole page, because two hundred posts ask it. */
export function readerOf(data: () => Omit<Reader, 'origin'>, origin: () => string): Reader {
	return new Proxy({} as Reader, { get: (_, key) => (key === 'origin' ? origin() : Reflect.get(data(), key)) });
}

/** Gives every component below this one its reader. The layout does it once, so that no leaf asks SvelteKit for the page. */
export function giveReader(reader: Reader): void {
	setContext(readerKey, reader);
}

/** The reader of this page. Called while a component is made. */
export function useReader(): Reader {
	const reader = getContext<Reader | undefined>(readerKey);
	if (!reader) throw new Error('no reader was given above this component');
	return reader;
}
