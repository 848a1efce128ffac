import type { ParamMatcher } from '@sveltejs/kit';

/**
 * Whether something on which a thread hangs may stand at such an address, without a slash at its ends: a room, and what stands
 * in it, in two steps to four. Whether anything does is asked of the nouns.
 */
export const match = ((path) => /^[a-z]+(\/[^/%]+){1,3}$/.test(path)) satisfies ParamMatcher;
