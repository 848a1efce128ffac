import type { Reroute } from '@sveltejs/kit';

/** No address of ours holds control characters, and the database takes none: they lead nowhere. */
export const reroute: Reroute = ({ url }) => (/%(0|1|7f)/i.test(url.pathname) ? '/-/nowhere' : undefined);
