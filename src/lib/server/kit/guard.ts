import type { RequestEvent } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';

/** What people see who have not signed in. */
const open = new Set([
	'signin',
	'signout',
	'forgot',
	'reset',
	'invitation',
	'enter',
	'mailbox',
	'about',
	'privacy',
	'accessibility',
	'look',
	'cities.css',
	'settings',
	'unsubscribe',
	'offline'
]);

/** Sends everybody else to the door, and after it back to where they wanted to go. */
export function guard({ locals, route, url, request }: RequestEvent): void {
	const [, room = ''] = url.pathname.split('/');
	if (route.id === null || open.has(room)) return;
	if (locals.actor.kind === 'person' && !locals.actor.suspended) return;
	const target = request.method === 'GET' ? url.pathname + url.search : url.pathname;
	redirect(303, target === '/' ? '/signin' : `/signin?next=${encodeURIComponent(target)}`);
}

/** A path on this very site, or the desk: an address from outside never leads away. */
export function safeNext(next: string | null): string {
	if (!next?.startsWith('/') || /^\/[/\\]|[\u0000-\u0020\\]/.test(next)) return '/';
	return next.startsWith('/signin') || next.startsWith('/signout') ? '/' : next;
}
