import type { BrowserContext } from '@playwright/test';
import { who } from '../support/actors.ts';
import { lineTo, signedOut } from '../support/line.ts';
import { rubbish, rubbishFields } from '../support/rubbish.ts';
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
		'/network/people/nobody/suspend',
		'/network/people/__proto__/readmit',
		'/network/moderation?before=99999999999999999999',
		`/meetings/${'x'.repeat(4000)}`,
		`/${'a/'.repeat(500)}`
	];
	for (const path of strange) {
		const { status } = await fetch(server.url + path, {
			headers: { cookie: await cookieOf(context), accept: 'text/html' },
			redirect: 'manual'
		});
		expect.soft(status, path).toBeGreaterThanOrEqual(400);
		expect.soft(status, path).toBeLessThan(500);
	}
});

async function cookieOf(context: BrowserContext): Promise<string> {
	return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

test('a socket takes rubbish with a reason and lives on', async ({ as, server }) => {
	const { context } = await as(who.officer);
	const socket = await lineTo(server.url, { cookie: await cookieOf(context) });
	const known = ['invalid', 'not_found', 'forbidden', 'conflict', 'too_many'];
	for (const name of ['follow', 'command']) {
		for (const input of rubbish) {
			const answer = await socket.timeout(10_000).emitWithAck(name, input);
			expect
				.soft(known, `${name} ${JSON.stringify(input)?.slice(0, 80)} answered ${JSON.stringify(answer)}`)
				.toContain(answer.refused?.code);
		}
	}
	for (const input of rubbish) {
		socket.emit('leave', input);
		socket.emit('follow', input);
		socket.emit('command', input, 'no function');
		socket.emit('nonsense', input);
	}
	expect(await socket.timeout(10_000).emitWithAck('command', {})).toMatchObject({ refused: { code: 'invalid' } });
	socket.disconnect();
	expect(server.output()).not.toContain('a socket message failed');
});

test('a socket message beyond all measure ends the socket, not the server', async ({ as, server }) => {
	const { context } = await as(who.officer);
	const socket = await lineTo(server.url, { cookie: await cookieOf(context) });
	const gone = new Promise<string>((resolve) => {
		socket.once('disconnect', resolve);
	});
	socket.emit('command', { name: 'postMessage', input: 'x'.repeat(5_000_000) });
	expect(await gone).toMatch(/transport/);
	expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('nobody listens who is not signed in, or comes from another site', async ({ as, server }) => {
	const { context } = await as(who.officer);
	expect(await signedOut(server.url, {})).toBe(true);
	expect(await signedOut(server.url, { cookie: 'swing=rubbish; swing' })).toBe(true);
	await expect(lineTo(server.url, { cookie: await cookieOf(context), origin: 'https://elsewhere.example' })).rejects.toThrow();
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
