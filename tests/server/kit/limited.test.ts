import type { RequestEvent } from '@sveltejs/kit';
import type { Person } from '#lib/model/access/actor.ts';
import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { limited } from '#lib/server/kit/limited.ts';
import { TooMany } from '#lib/server/platform/errors.ts';
import { limitsOf, type Asker, type Share } from '#lib/server/platform/limits.ts';
import { services, setServices, type Services } from '#lib/server/services.ts';
import { expect, test } from '../../support/database.ts';
import { smallNetwork } from '../../support/thread.ts';

interface Asking {
	actor?: Actor;
	method?: string;
	address?: string;
	accept?: string;
	sub?: boolean;
	route?: string;
	signal?: AbortSignal;
}

function asked({
	actor = visitor,
	method = 'GET',
	address = '192.0.2.7',
	accept = 'text/html',
	sub = false,
	route = '/meetings',
	signal
}: Asking): RequestEvent {
	const request = new Request('https://desk.example.org/meetings', { method, headers: { accept }, signal: signal ?? null });
	return {
		request,
		isSubRequest: sub,
		route: { id: route },
		isDataRequest: false,
		locals: { actor, locale: 'en' },
		getClientAddress: () => address
	} as unknown as RequestEvent;
}

const page = async () => new Response('a page');

async function useUp(share: Share, asker: Asker): Promise<void> {
	const { count } = limitsOf(services());
	while (
		await count(share, asker).then(
			() => true,
			() => false
		)
	);
}

async function two(given: Services): Promise<[Person, Person]> {
	setServices(given);
	const { person } = await smallNetwork(given as never);
	return [await person('Ilze'), await person('Marek')];
}

test('a page that one person asks for too often is refused in words, with the time; another person gets theirs', async ({
	services: given
}) => {
	const [ilze, marek] = await two(given);
	await useUp('page', { person: ilze.id });
	const refused = await limited(asked({ actor: ilze }), page);
	expect(refused.status).toBe(429);
	const after = Number(refused.headers.get('retry-after'));
	expect(after).toBeGreaterThanOrEqual(1);
	expect(after).toBeLessThanOrEqual(30);
	const text = await refused.text();
	expect(text).toContain('That was too often in a short time');
	expect(text).toContain(`<meta http-equiv="refresh" content="${after}"`);
	const data = await limited(asked({ actor: ilze, accept: 'application/json' }), page);
	expect([data.status, await data.json()]).toMatchObject([429, { code: 'too_many', retryAfter: after }]);
	expect((await limited(asked({ actor: marek }), page)).status).toBe(200);
	expect((await limited(asked({ actor: ilze, sub: true }), page)).status, 'part of a page').toBe(200);
});

test('a form that is sent too often comes back with what was typed, and the answer says when again', async ({ services: given }) => {
	const [ilze, marek] = await two(given);
	await Promise.all([useUp('page', { person: ilze.id }), useUp('write', { person: ilze.id })]);
	let done = 0;
	const send = async (actor: Actor) => {
		let outcome: unknown;
		const response = await limited(asked({ actor, method: 'POST' }), async () => {
			outcome = await asForm(async () => void (done += 1), { text: 'Two hours of thought' });
			return page();
		});
		return { outcome, after: response.headers.get('retry-after') };
	};
	expect(await send(ilze)).toMatchObject({
		outcome: {
			status: 429,
			data: { typed: { text: 'Two hours of thought' }, problem: { code: 'too_many', retryAfter: expect.any(Number) } }
		},
		after: expect.stringMatching(/^\d+$/)
	});
	expect(done).toBe(0);
	expect(await send(marek)).toEqual({ outcome: undefined, after: null });
	expect(done).toBe(1);
});

test('a form waits behind no page, and whoever sends too many can still sign out', async ({ services: given }) => {
	const [ilze] = await two(given);
	const { promise: held, resolve: release } = Promise.withResolvers<Response>();
	const pages = Array.from({ length: 70 }, () => limited(asked({ actor: ilze }), () => held));
	expect((await limited(asked({ actor: ilze, method: 'POST' }), page)).status).toBe(200);
	await useUp('form', { person: ilze.id });
	const refused = await limited(asked({ actor: ilze, method: 'POST' }), page);
	expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
	expect((await limited(asked({ actor: ilze, method: 'POST', route: '/signout' }), page)).status).toBe(200);
	release(new Response());
	expect(new Set((await Promise.all(pages)).map(({ status }) => status))).toEqual(new Set([200, 429]));
});

test('what a page refuses by itself says when again too', async ({ services: given }) => {
	await two(given);
	const response = await limited(asked({}), async () => {
		await asPage(() => Promise.reject(new TooMany(17))).catch(() => {});
		return page();
	});
	expect(response.headers.get('retry-after')).toBe('17');
});

test('pages of one person wait behind one another, not before others, and who has gone does not wait', async ({ services: given }) => {
	const [ilze, marek] = await two(given);
	const { promise: held, resolve: release } = Promise.withResolvers<Response>();
	const order: string[] = [];
	const slow = limited(asked({ actor: ilze }), () => held).then(() => order.push('slow'));
	const leaving = new AbortController();
	const left = limited(asked({ actor: ilze, signal: leaving.signal }), async () => {
		order.push('left');
		return page();
	});
	const next = limited(asked({ actor: ilze }), page).then(() => order.push('next'));
	leaving.abort();
	await limited(asked({ actor: marek }), page).then(() => order.push('another'));
	release(new Response());
	await Promise.all([slow, left, next]);
	expect(order).toEqual(['another', 'slow', 'next']);
});

test('hundreds who are not signed in yet sit behind one address, and are no trouble; a place is a /64', async ({ services: given }) => {
	await two(given);
	const answers = await Promise.all(
		Array.from({ length: 800 }, (_, n) => limited(asked({ address: `2001:db8::${(n % 300).toString(16)}` }), page))
	);
	expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
	await useUp('page', { place: '2001:db8:0:0::/64' });
	expect((await limited(asked({ address: '2001:db8::1' }), page)).status).toBe(429);
	expect((await limited(asked({ address: '2001:db8:0:1::1' }), page)).status).toBe(200);
});
