import type { RequestEvent } from '@sveltejs/kit';
import { keptHeaders } from '#lib/model/kept-pages.ts';

/** What is not kept in the browser: ways in and out, letters, what is new each time, and what says where somebody is signed in. */
const never =
	/^\/(signin|signout|forgot|reset|invitation|enter|mailbox|settings|unsubscribe|search|offline|look|network\/invite|profile\/)/;

type Addressed = { request: { method: string } } & Pick<RequestEvent, 'locals' | 'route' | 'isDataRequest'>;

/** Says for whom an answer is, so that nothing stays for another one, and whether the page may be kept for them. */
export function tellReader({ headers, status }: Response, { locals: { actor }, request, route, isDataRequest }: Addressed): void {
	const reader = actor.kind === 'person' && !actor.suspended ? actor.id : '';
	headers.set(keptHeaders.reader, reader);
	const isPage = request.method === 'GET' && status === 200 && !isDataRequest && headers.get('content-type')?.startsWith('text/html');
	const isFree = route.id !== null && !route.id.includes('[token]') && !never.test(route.id);
	if (reader !== '' && isPage && isFree) headers.set(keptHeaders.keep, '1');
}
