import type { LayoutServerLoad } from './$types';
import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { namedRooms } from '#lib/components/rooms.ts';
import { foremost, type PersonTag } from '#lib/model/people/tags.ts';
import { countWaiting } from '#lib/server/notifications/inbox/open-inbox.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { recentFrame } from '#lib/server/network/frame.ts';
import { services } from '#lib/server/services.ts';

export const load: LayoutServerLoad = async ({ locals, depends }) => {
	depends('swing:inbox');
	const { locale, theme, letterKeys } = locals;
	// Who is suspended stands before the door like anybody else.
	const actor = locals.actor.kind === 'person' && locals.actor.suspended ? visitor : locals.actor;
	const { config, clock } = services();
	const [frame, counts, waiting] = await Promise.all([
		recentFrame(services(), actor, locale),
		countUnread(services(), actor),
		actor.kind === 'person' ? countWaiting(services().db, actor) : null
	]);
	return {
		...frame,
		locale,
		theme,
		letterKeys,
		demo: config.demo,
		now: clock.now().toISOString(),
		timeZone: actor.kind === 'person' ? actor.timeZone : (frame.cities[0]?.timeZone ?? 'UTC'),
		actor,
		me: tagOf(actor),
		rooms: actor.kind === 'person' ? namedRooms() : [],
		unreadCounts: Object.fromEntries(Object.entries(counts).filter(([, [count]]) => count > 0)),
		waiting
	};
};

function tagOf(actor: Actor): PersonTag | null {
	if (actor.kind === 'visitor') return null;
	const held = foremost(actor.memberships);
	return {
		id: actor.id,
		name: actor.name,
		city: held?.city ?? null,
		role: held?.role ?? 'reader',
		expertKind: held?.expertKind ?? null
	};
}
