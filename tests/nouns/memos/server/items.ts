import { sql } from 'drizzle-orm';
import { inReadableStream } from '#lib/server/access/readable-streams.ts';
import type { NotificationItems } from '#lib/server/notifications/inbox/items.ts';
import { postCards } from '#lib/server/threads/post-cards.ts';

/** What memos tell the inbox: what is said in their threads. */
export const memoItems: NotificationItems = {
	kind: 'memo',
	visible: (person) => inReadableStream(person, sql`notifications.stream`),
	cards: postCards
};
