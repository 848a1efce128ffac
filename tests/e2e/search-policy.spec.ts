import type { Offer } from '#lib/model/search/results.ts';
import { who } from '../support/actors.ts';
import { groundOf, leaveElsewhere, settle, suspend } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';

const en = { locale: 'en' } as const;

/** Every address at which search answers: its page, its results alone as one types, their data, the names of the palette. */
const searches = ['/search?q=plan', '/search?q=kind%3Ameeting', '/search?q=Salgueiral', '/search?most=6&q=coimbra'];
const addresses = [...searches, '/search/__data.json?q=plan', '/search/offers'];
const accepts = ['text/html', 'application/json'];

test('a visitor and a suspended person are led to the door from every address of the search', async ({ visitor, as, server }) => {
	const ground = await groundOf(server);
	await settle(ground.services, 'suspended@search.example', {});
	const [nobody, suspended] = [await visitor(), await as('suspended@search.example', en)];
	expect((await suspended.page.request.get('/search?q=plan', { maxRedirects: 0 })).status()).toBe(200);
	await suspended.page.goto('about:blank');
	await suspend(ground.services, 'suspended@search.example');
	await ground.close();
	for (const { page } of [nobody, suspended])
		for (const path of addresses)
			for (const accept of accepts) {
				const answer = await page.request.get(path, { headers: { accept }, maxRedirects: 0 });
				const words = await answer.text();
				if (path.includes('__data'))
					expect(JSON.parse(words)).toMatchObject({ type: 'redirect', location: expect.stringContaining('/signin') });
				else expect([answer.status(), answer.headers()['location']]).toEqual([303, `/signin?next=${encodeURIComponent(path)}`]);
				expect(words).not.toMatch(/Inês|Coimbra|hits/);
			}
});

test('a person of another network is answered like anybody, and finds and is offered nothing of this one', async ({ as, server }) => {
	const ground = await groundOf(server);
	await settle(ground.services, 'stranger@search.example', { elsewhere: true });
	const [stranger, member] = [await as('stranger@search.example', en), await as(who.officer, en)];
	const read = async ({ page }: typeof stranger, path: string, accept: string) => {
		const answer = await page.request.get(path, { headers: { accept } });
		expect([answer.status(), answer.url()], path).toEqual([200, `${server.url}${path}`]);
		return answer.text();
	};
	for (const path of addresses)
		for (const accept of accepts) expect(await read(stranger, path, accept), `${path} ${accept}`).not.toMatch(/Inês|Coimbra/);
	for (const path of searches) {
		expect(JSON.parse(await read(member, path, 'application/json')).count, path).toBeGreaterThan(0);
		expect(JSON.parse(await read(stranger, path, 'application/json')), path).toEqual({
			hits: [],
			count: 0,
			more: false,
			counts: {},
			meant: [],
			unknown: [],
			read: new URL(path, server.url).searchParams.get('q')
		});
	}
	expect(await read(member, '/search/offers', 'application/json')).toContain('Inês');
	const offered: Offer[] = JSON.parse(await read(stranger, '/search/offers', 'application/json'));
	expect(offered.map((offer) => (offer.kind === 'person' ? offer.person.name : offer.kind))).toEqual(['stranger']);
	await stranger.page.goto('about:blank');
	await leaveElsewhere(ground.services);
	await ground.close();
});
