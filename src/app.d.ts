import type { NamedRoom } from '#lib/components/rooms.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import type { Theme } from '#lib/model/theme.ts';
import type { WaitingCount } from '#lib/model/notifications/count.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import type { NetworkTag } from '#lib/model/network/network.ts';
import type { UnreadCounts } from '#lib/model/protocol.ts';
import type { CityTag, PersonTag } from '#lib/model/people/tags.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** The stable code of what went wrong, when it is one of ours. */
			code?: string;
			/** Names this request in the log, for people who ask for help. */
			requestId?: string;
			/** Seconds until another attempt may succeed. */
			retryAfter?: number;
		}

		interface Locals {
			actor: Actor;
			session: { id: string } | null;
			locale: Locale;
			theme: Theme;
			letterKeys: boolean;
			requestId: string;
		}

		interface PageData {
			locale: Locale;
			theme: Theme;
			/** Whether single letters are shortcuts for the reader. */
			letterKeys: boolean;
			/** Whether this installation shows invented people. */
			demo: boolean;
			/** The server's clock when the page was made, ISO. */
			now: string;
			/** The reader's zone. */
			timeZone: string;
			network: NetworkTag | null;
			/** The network's cities in its order, their names in the reader's language. */
			cities: CityTag[];
			/** Where the stylesheet of the cities' marks is. */
			marks: string | null;
			actor: Actor;
			me: PersonTag | null;
			/** Where menu and palette lead; nothing for visitors. */
			rooms: NamedRoom[];
			/** Whether the page has a place to write, to which one can skip: it has the id `write`. */
			writes?: boolean;
			/** How many posts are unread, by stream, as of when the page was made. */
			unreadCounts: UnreadCounts;
			/** How much waits for the reader; null for visitors. */
			waiting: WaitingCount | null;
		}
	}
}
