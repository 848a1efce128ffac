import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import type { RequestHandler } from './$types';
import { onePost } from './one-post.ts';

/** The post itself, for the page's script; people come by the page of the same address. */
export const GET: RequestHandler = ({ locals, params }) =>
	asPage(async () => json((await onePost(locals, params)).post));
