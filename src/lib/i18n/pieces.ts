/** The message files that every page speaks from: the frame and its errors. */
const everywhere = ['shell', 'errors'];

/** The files that the pages under a route speak from besides these; what is fetched later brings its own (`speaking`). */
const rooms: Record<string, readonly string[]> = {
	'/': ['desk', 'inbox', 'meetings', 'calendar', 'roles'],
	'/about': ['pages'],
	'/accessibility': ['pages'],
	'/enter': ['people'],
	'/forgot': ['people'],
	'/inbox': ['inbox'],
	'/invitation': ['people', 'roles'],
	'/look': ['look'],
	'/mailbox': ['people'],
	'/meetings': ['meetings', 'thread'],
	'/meetings/[slug]/p': ['moderation', 'acts', 'files'],
	'/network': ['network', 'people', 'roles'],
	'/network/moderation': ['moderation'],
	'/network/people': ['moderation'],
	'/plans': ['pages'],
	'/practices': ['pages'],
	'/privacy': ['pages'],
	'/profile': ['people', 'roles'],
	'/profile/notices': ['email_settings'],
	'/reset': ['people'],
	'/search': ['search', 'meetings', 'roles', 'files'],
	'/signin': ['people', 'roles'],
	'/signout': ['people'],
	'/unsubscribe': ['email_settings', 'people']
};

/** What the pages under a route have no use for. */
const alone: Record<string, readonly string[]> = { '/meetings': ['calendar'] };

/** The message files of a page, by its route. `tests/messages.test.ts` reads the imports and keeps it true. */
export function piecesOf(route: string | null): string[] {
	const here = Object.keys(rooms).filter((room) => route === room || (room !== '/' && route?.startsWith(`${room}/`)));
	return [...everywhere, ...here.flatMap((room) => rooms[room] ?? []), ...(alone[route ?? ''] ?? [])];
}
