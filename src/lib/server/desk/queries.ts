import type { Person } from '#lib/model/access/actor.ts';
import type { DeskPanels } from '#lib/model/desk/panels.ts';
import type { JumpedThread } from '#lib/model/threads/jumped-over.ts';
import { newestWaiting } from '../notifications/inbox/newest-waiting.ts';
import type { Services } from '../services.ts';
import { jumpedThreads } from '../threads/jumped-threads.ts';
import { latestPosts, type LatestPost } from '../threads/latest-posts.ts';
import { unreadThreads, type UnreadThread } from '../threads/unread.ts';
import { deskPanels } from './panel.ts';

export interface Desk {
	/** The newest of what is addressed to the person. */
	addressed: Awaited<ReturnType<typeof newestWaiting>>;
	unread: (UnreadThread & { jumped: JumpedThread | null })[];
	latest: LatestPost[];
	panels: Partial<DeskPanels>;
}

/** More than the desk shows, so that what is done makes room for the next. */
const addressedAtOnce = 20;

/** What lies on a person's desk. */
export async function openDesk(services: Services, person: Person, locale: string): Promise<Desk> {
	const { db } = services;
	const [addressed, unread, jumped, latest, panels] = await Promise.all([
		newestWaiting(db, person, { locale, most: addressedAtOnce }),
		unreadThreads(db, person, locale),
		jumpedThreads(db, person),
		latestPosts(db, person, locale, 6),
		Promise.all(deskPanels.get().map(async ({ name, open }) => [name, await open(services, person, locale)] as const))
	]);
	return {
		addressed,
		unread: unread.map((thread) => ({ ...thread, jumped: jumped[thread.stream] ?? null })),
		latest,
		panels: Object.fromEntries(panels)
	};
}
