import { json } from '@sveltejs/kit';
import { draftKeysOf } from '#lib/server/auth/draft-keys.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** For who is signed in alone; no cache on the way keeps it. */
export const GET: RequestHandler = async ({ locals }) => {
	const { person } = signedIn(locals);
	return json({ person: person.id, keys: await draftKeysOf(services(), person.id) }, { headers: { 'Cache-Control': 'no-store' } });
};
