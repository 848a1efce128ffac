import type { Reroute, Transport } from '@sveltejs/kit';
import { pack, ThreadInPage, unpack, type PackedThread } from '#lib/model/threads/packed-thread.ts';

/** A thread travels as one text: looking at each of its values for what JSON cannot say takes longer than all its posts. */
export const transport: Transport = {
	ThreadInPage: {
		// Only the server packs: browsers do not even load how.
		encode: (value: unknown) => import.meta.env.SSR && value instanceof ThreadInPage && JSON.stringify(pack(value.thread)),
		decode: (text: string) => new ThreadInPage(unpack(JSON.parse(text) as PackedThread))
	}
};

/** A version of a plan is read at the plan's address; it is a page of its own, which the plan's page does not load. */
export const reroute: Reroute = ({ url: { pathname, searchParams } }) => {
	const version = /^\/plans\/[^/]+\/[^/]+$/.test(pathname) && searchParams.get('v');
	if (version) return `${pathname}/versions/${encodeURIComponent(version)}`;
};
