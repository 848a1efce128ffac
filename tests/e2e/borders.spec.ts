import type { BrowserContext } from '@playwright/test';
import { who } from '../support/actors.ts';
import { alwaysIn, heardFrom } from '../support/bare-socket.ts';
import { cookiesIn } from '../support/cookies-in.ts';
import { fieldNames, routes } from '../support/routes.ts';
import { rubbishFields } from '../support/rubbish.ts';
import { expect, test } from '../support/stage.ts';

interface Form {
	path: string;
	fields: string[];
}

const openForms: Form[] = [
	{ path: '/signin?/password', fields: ['email', 'password', 'next'] },
	{ path: '/signin?/person', fields: ['person', 'next'] },
	{ path: '/forgot', fields: ['email'] },
	{ path: '/reset/not-a-link', fields: ['password'] },
	{ path: '/invitation/not-a-link?/newcomer', fields: ['name', 'password', 'locale', 'timeZone'] },
	{ path: '/invitation/not-a-link?/member', fields: ['x'] },
	{ path: '/enter/not-a-link', fields: ['token'] },
	{ path: '/settings?/language', fields: ['language', 'back'] },
	{ path: '/settings?/theme', fields: ['theme', 'back'] }
];
const signedInForms: Form[] = [
	{ path: '/?/read', fields: ['read'] },
	{ path: '/meetings/coimbra-2017?/post', fields: ['commandId', 'text', 'lang', 'doc'] },
	{ path: '/meetings/coimbra-2017/p/1/edit', fields: ['commandId', 'revision', 'text', 'lang', 'doc'] },
	{ path: '/meetings/coimbra-2017/p/1/delete', fields: ['commandId'] },
	{ path: '/meetings/coimbra-2017/p/1/hide', fields: ['reason'] },
	{ path: '/meetings/coimbra-2017/p/1/restore', fields: ['x'] },
	{ path: '/meetings/nowhere?/post', fields: ['commandId', 'text'] },
	{ path: '/network/invite?/invite', fields: ['commandId', 'name', 'email', 'as', 'city', 'locale'] },
	{ path: '/network/invite?/renew', fields: ['id', 'to'] },
	{ path: '/network/invite?/withdraw', fields: ['id'] },
	{ path: '/network/people/nobody/suspend', fields: ['commandId', 'reason'] },
	{ path: '/network/people/00000000-0000-4000-8000-000000000000/readmit', fields: ['commandId'] },
	{ path: '/profile?/profile', fields: ['name', 'locale', 'timeZone', 'theme'] },
	{ path: '/profile?/card', fields: ['does', 'telephone', 'emailSeenBy', 'telephoneSeenBy', 'speaks-lv', 'speaks-zz'] },
	{ path: '/profile?/password', fields: ['current', 'password', 'fresh'] },
	{ path: '/nowhere?/at-all', fields: ['x'] }
];

async function feed(context: BrowserContext, url: string, forms: Form[]): Promise<string[]> {
	const origin = new URL(url).origin;
	const wrong: string[] = [];
	const send = async (path: string, body: string, type: string) => {
		const headers = { origin, 'content-type': type, accept: 'text/html' };
		const answer = await context.request.post(url + path, { data: body, headers, maxRedirects: 0 });
		if (answer.status() >= 500) wrong.push(`${path} answered ${answer.status()} to ${type} ${body.slice(0, 60)}`);
	};
	for (const { path, fields } of forms) {
		for (const filled of rubbishFields(fields))
			await send(path, new URLSearchParams(filled).toString(), 'application/x-www-form-urlencoded');
		await send(path, '{"a":', 'application/json');
		await send(path, 'text', 'text/plain');
		await send(
			path,
			'--x\r\nContent-Disposition: form-data; name="text"; filename="a"\r\n\r\nfile\r\n--x--',
			'multipart/form-data; boundary=x'
		);
		await send(path, 'no parts at all', 'multipart/form-data; boundary=y');
		await send(path, 'no boundary', 'multipart/form-data');
		await send(path, `text=${'%'.repeat(50)}`, 'application/x-www-form-urlencoded');
		await send(path, 'x'.repeat(2_000_000), 'application/x-www-form-urlencoded');
	}
	return wrong;
}

// So many attempts use up what one address may try; a fresh process has forgotten them.
test.afterAll(({ server }) => server.restart());

test('no form of a visitor can be fed anything that breaks the server', async ({ visitor, server }) => {
	const { context } = await visitor();
	expect(await feed(context, server.url, openForms)).toEqual([]);
	expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

test('no form of somebody signed in can be fed anything that breaks the server', async ({ as, server }) => {
	const { context } = await as(who.lead);
	expect(await feed(context, server.url, signedInForms)).toEqual([]);
	expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

/** Forms that are a button alone: what comes with them is not looked at. */
const unread = ['/signout', '/profile/sessions?/others', '/profile/notices?/trial', '/invitation/[token]?/member'];

/** Found in no log, wherever it was sent. */
const mark = 'kraukskis';

test('no address of the product, and nothing that is posted there, breaks by signs that are none', async ({ as, server, sessions }) => {
	test.slow();
	const { context } = await as(who.lead);
	const known = routes();
	expect(known.length).toBeGreaterThan(30);
	const ask = async (path: string, init: RequestInit = {}) => {
		const headers = { cookie: await cookiesIn(context), accept: 'text/html', origin: new URL(server.url).origin };
		const { status } = await fetch(server.url + path, { redirect: 'manual', ...init, headers: { ...headers, ...init.headers } });
		return status;
	};
	const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
	const fields = fieldNames();
	const filled = (value: string) => fields.map((name) => `${name}=${value}`).join('&');
	for (const { path, actions } of known) {
		for (const broken of ['%00', '%ED%A0%80']) {
			const at = path.replace(/\[\w+\]/g, `${mark}${broken}`);
			for (const address of at === path ? [`${path}?${mark}=${broken}`] : [at, `${path.replace(/\[\w+\]/g, 'x')}?x=${broken}`]) {
				const status = await ask(address);
				expect.soft([400, 404], `${address} answered ${status}`).toContain(status);
			}
		}
		for (const action of actions) {
			const address =
				path
					.replace('[slug]', 'coimbra-2017')
					.replace('[seq]', '1')
					.replace(/\[\w+\]/g, mark) + action;
			// Some of them end the session.
			await sessions.signIn(context, who.lead);
			const held = await ask(address, { method: 'POST', body: filled(`${mark}%00`), headers: urlencoded });
			expect.soft(held, `${address} with NUL`).toBeLessThan(500);
			const refused = unread.includes(path + action) ? [303, 409] : [400, 404];
			for (const broken of ['%FF', '%zz']) {
				const status = await ask(address, { method: 'POST', body: filled(mark + broken), headers: urlencoded });
				expect.soft(refused, `${address} with ${broken} answered ${status}`).toContain(status);
			}
			if (unread.includes(path + action)) continue;
			const latin = Buffer.from(`--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n${mark}\xe4\r\n--x--\r\n`, 'latin1');
			const parts = { 'content-type': 'multipart/form-data; boundary=x' };
			expect
				.soft([400, 404], `${address} in another encoding`)
				.toContain(await ask(address, { method: 'POST', body: latin, headers: parts }));
		}
	}
	expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
	expect(server.output()).not.toContain(mark);
});

test('whatever answers, it is taken for nothing else than it says', async ({ server }) => {
	const page = await (await fetch(`${server.url}/signin`)).text();
	const asset = /\/_app\/immutable\/[\w./-]+\.js/.exec(page)?.[0] ?? '';
	expect(asset).not.toBe('');
	const tag = (await fetch(server.url + asset)).headers.get('etag') ?? '';
	const asked: [string, RequestInit?][] = [
		['/', { redirect: 'manual' }],
		['/signin'],
		['/nowhere'],
		['/%00'],
		['/cities.css'],
		['/robots.txt'],
		['/fonts/alegreya-latin.woff2'],
		['/healthz'],
		['/uploads'],
		['/signin', { method: 'POST', body: 'x' }],
		[asset],
		[asset, { headers: { 'if-none-match': tag } }],
		['/live/?EIO=4&transport=polling'],
		['/live/?EIO=4&transport=none']
	];
	for (const [path, init] of asked) {
		const { status, headers } = await fetch(server.url + path, init);
		expect.soft(headers.get('x-content-type-options'), `${path} ${status}`).toBe('nosniff');
	}
	expect((await fetch(server.url + asset, { headers: { 'if-none-match': tag } })).status).toBe(304);

	// What no handler of ours comes to.
	const port = Number(new URL(server.url).port);
	const upgrade = 'Host: localhost\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
	for (const said of [
		'GET / HTTP/1.1',
		'GET / HTTP/1.1\nHost: localhost\nConnection: close\nExpect: tea',
		'CONNECT elsewhere.example:443 HTTP/1.1\nHost: localhost',
		`GET /nowhere HTTP/1.1\n${upgrade}\nConnection: upgrade, close`,
		`GET /live/?EIO=4&transport=none HTTP/1.1\n${upgrade}\nConnection: upgrade`,
		'Good morning'
	]) {
		const { status, always } = alwaysIn(await heardFrom(port, said));
		expect.soft(always, `${said} ${status}`).toEqual(['X-Content-Type-Options: nosniff']);
		expect.soft(status, said).toBeGreaterThanOrEqual(400);
	}
});

test('what goes wrong outside of pages is a page of words alone, which nothing of another site frames', async ({ as, server }) => {
	const { context } = await as(who.officer);
	for (const path of ['/inbox/cards?id=1', '/meetings/zz/mentionable', '/meetings/coimbra-2017/p/99999/answers']) {
		const headers = (await context.request.get(server.url + path, { headers: { accept: 'text/html' } })).headers();
		expect.soft(headers['content-type'], path).toContain('text/html');
		expect.soft(headers['content-security-policy'], path).toContain("default-src 'none'");
	}
});

test('addresses that mean nothing are answered in words', async ({ as, server }) => {
	const { context } = await as(who.officer);
	const strange = [
		'/%E0%A4%A',
		'/meetings/%00',
		'/meetings/..%2f..%2fetc%2fpasswd',
		'/meetings/coimbra-2017?before=abc',
		'/meetings/coimbra-2017?from=-1',
		'/meetings/coimbra-2017?from=99999999999999999999',
		'/meetings/coimbra-2017/p/0',
		'/meetings/coimbra-2017/p/99999999999999999999',
		'/meetings/coimbra-2017/p/x/edit',
		'/meetings/__proto__',
		'/network/constructor',
		'/network/people/nobody',
		'/network/people/nobody/suspend',
		'/network/people/__proto__/readmit',
		'/network/moderation?before=99999999999999999999',
		`/meetings/${'x'.repeat(4000)}`,
		`/${'a/'.repeat(500)}`
	];
	for (const path of strange) {
		const { status } = await fetch(server.url + path, {
			headers: { cookie: await cookiesIn(context), accept: 'text/html' },
			redirect: 'manual'
		});
		expect.soft(status, path).toBeGreaterThanOrEqual(400);
		expect.soft(status, path).toBeLessThan(500);
	}
});

test('a form of another site is refused', async ({ as, server }) => {
	const { context } = await as(who.officer);
	const answer = await context.request.post(`${server.url}/profile`, {
		form: { name: 'Somebody else' },
		headers: { origin: 'https://elsewhere.example' },
		maxRedirects: 0
	});
	expect(answer.status()).toBe(403);
});

test('healthz and readyz answer JSON', async ({ server }) => {
	for (const path of ['/healthz', '/readyz']) {
		const answer = await fetch(server.url + path);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toContain('application/json');
		expect(await answer.json()).toBeTruthy();
	}
});
