import { expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { keptHeaders } from '#lib/model/kept-pages.ts';
import { tellReader } from '#lib/server/kit/kept-pages.ts';

const ilze: Actor = { kind: 'person', id: 'ilze', name: 'Ilze', locale: 'lv', timeZone: 'Europe/Riga', suspended: false, memberships: [] };

/** What is said of an answer to somebody who asks for a page. */
function told(actor: Actor, route: string, { method = 'GET', status = 200, type = 'text/html', isDataRequest = false } = {}) {
	const { headers } = answer(type, status);
	const locals = { actor } as App.Locals;
	tellReader({ headers, status } as Response, { locals, request: { method }, route: { id: route } as never, isDataRequest });
	return { reader: headers.get(keptHeaders.reader), kept: headers.has(keptHeaders.keep) };
}
const answer = (type: string, status: number) => ({ headers: new Headers({ 'content-type': type }), status });

test('every answer says whom it is for, and pages may be kept for them', () => {
	for (const route of ['/', '/inbox', '/meetings/[slug]', '/network/people/[id]', '/profile'])
		expect(told(ilze, route)).toEqual({ reader: 'ilze', kept: true });
	expect(told(ilze, '/inbox', { isDataRequest: true, type: 'application/json' })).toEqual({ reader: 'ilze', kept: false });
});

test('nothing is kept for who has not signed in or is suspended, and neither is named', () => {
	for (const actor of [visitor, { ...ilze, suspended: true }]) expect(told(actor, '/about')).toEqual({ reader: '', kept: false });
});

test.each([
	'/signin',
	'/signout',
	'/forgot',
	'/reset/[token]',
	'/invitation/[token]',
	'/enter/[token]',
	'/mailbox',
	'/unsubscribe/[token]'
])('%s is not kept', (route) => expect(told(ilze, route).kept).toBe(false));
test('neither are answers to what was sent, errors, redirects, the list of sessions, and what is no page', () => {
	for (const other of [{ method: 'POST' }, { status: 404 }, { status: 500 }, { status: 303 }, { type: 'text/calendar' }])
		expect(told(ilze, '/meetings/[slug]', other).kept).toBe(false);
	for (const route of ['/profile/sessions', '/network/invite', '/search', '/settings']) expect(told(ilze, route).kept).toBe(false);
});
