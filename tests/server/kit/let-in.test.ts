import type { RequestEvent } from '@sveltejs/kit';
import { visitor } from '#lib/model/access/actor.ts';
import { actorFromCookies } from '#lib/server/auth/session.ts';
import { hashOf } from '#lib/server/auth/token.ts';
import { letIn, letOut } from '#lib/server/kit/let-in.ts';
import { setServices } from '#lib/server/services.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';

type Jar = Record<string, { value: string; attributes: Record<string, unknown> }>;

/** A request as far as the door looks at it. */
function asking(address: string, session: { id: string } | null = null): { event: RequestEvent; jar: Jar } {
	const jar: Jar = {};
	const event = {
		url: new URL(address),
		locals: { actor: visitor, session, locale: 'en', theme: 'system', letterKeys: true, requestId: 'x' },
		request: new Request(address, { headers: { 'user-agent': 'Firefox/140.0 (Linux)' } }),
		cookies: { set: (name: string, value: string, attributes: Record<string, unknown>) => (jar[name] = { value, attributes }) }
	};
	return { event: event as unknown as RequestEvent, jar };
}

test('the cookie is out of reach for scripts and other sites, and guarded over https', async ({ demo }) => {
	setServices(demo);
	const { id } = await actorOf(demo, who.officer);
	const plain = asking('http://localhost:3000/signin');
	await letIn(plain.event, id);
	expect(plain.jar.swing?.attributes).toMatchObject({ path: '/', httpOnly: true, sameSite: 'lax', secure: false });
	const guarded = asking('https://desk.example.org/signin');
	await letIn(guarded.event, id);
	expect(Object.keys(guarded.jar)).toEqual(['__Host-swing', '__Host-swing-known']);
	expect(guarded.jar['__Host-swing-known']?.attributes).toMatchObject({ path: '/', httpOnly: true, sameSite: 'lax', secure: true });
	expect(guarded.jar['__Host-swing']?.attributes).toMatchObject({ path: '/', httpOnly: true, sameSite: 'lax', secure: true });
	expect(guarded.jar['__Host-swing']?.attributes).not.toHaveProperty('domain');
});

test('coming in again ends the session that the browser had; going out ends the one it has', async ({ demo }) => {
	setServices(demo);
	const { id } = await actorOf(demo, who.officer);
	const first = asking('http://localhost:3000/signin');
	await letIn(first.event, id);
	const old = first.jar.swing?.value ?? '';
	const second = asking('http://localhost:3000/signin', { id: hashOf(old) });
	await letIn(second.event, id);
	const fresh = second.jar.swing?.value ?? '';
	expect((await actorFromCookies(demo, `swing=${old}`)).actor).toEqual(visitor);
	expect((await actorFromCookies(demo, `swing=${fresh}`)).actor).toMatchObject({ id });
	const out = asking('http://localhost:3000/signout', { id: hashOf(fresh) });
	await letOut(out.event);
	expect(out.jar.swing).toMatchObject({ value: '', attributes: { expires: new Date(0) } });
	expect((await actorFromCookies(demo, `swing=${fresh}`)).actor).toEqual(visitor);
});
