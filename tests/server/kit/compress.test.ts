import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { json, text } from '@sveltejs/kit';
import { setResponse } from '@sveltejs/kit/node';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compress } from '#lib/server/kit/compress.ts';
import { root } from '../../support/sources.ts';

const browser = 'gzip, deflate, br, zstd';
const words = '<p>The steering group asks every partner city to confirm the date of the site visit.</p>\n'.repeat(200);
const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (headers: Record<string, string> = {}) => text(words, { headers: { ...html, ...headers } });

interface Asking {
	accepts?: string;
	method?: string;
	route?: string | null;
	from?: string;
}

function ask(response: Response, { accepts = browser, method = 'GET', route = '/meetings/[slug]', from }: Asking = {}): Promise<Response> {
	const headers = new Headers({ 'accept-encoding': accepts });
	if (from) headers.set('sec-fetch-site', from);
	return compress(response, { request: { method, headers }, route: { id: route } } as Parameters<typeof compress>[1]);
}

const encodingOf = (response: Response) => response.headers.get('content-encoding');
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('a page', () => {
	test('is sent as brotli, with the length of what is sent', async () => {
		const answer = await ask(page({ 'set-cookie': 'swing=1' }));
		expect(Object.fromEntries(answer.headers)).toMatchObject({
			...html,
			'content-encoding': 'br',
			vary: 'accept-encoding',
			'set-cookie': 'swing=1'
		});
		const body = await bytesOf(answer);
		expect(answer.headers.get('content-length')).toBe(String(body.length));
		expect(body.length).toBeLessThan(words.length / 10);
		expect(brotliDecompressSync(body).toString()).toBe(words);
	});

	test('is sent as gzip to those who take no brotli', async () => {
		for (const accepts of ['gzip, deflate', 'gzip;q=1.0, br;q=0', 'GZIP', 'x-unknown, gzip ; q=0.4']) {
			const answer = await ask(page(), { accepts });
			expect([accepts, encodingOf(answer)]).toEqual([accepts, 'gzip']);
			expect(gunzipSync(await bytesOf(answer)).toString()).toBe(words);
		}
	});

	test('is sent as it is to those who take neither, and says that others get it otherwise', async () => {
		for (const accepts of ['', 'identity', 'deflate, zstd', 'br;q=0, gzip;q=0', '*;q=0', 'br;q=nonsense']) {
			const answer = await ask(page(), { accepts });
			expect([accepts, encodingOf(answer), answer.headers.get('vary')]).toEqual([accepts, null, 'accept-encoding']);
			expect(await answer.text()).toBe(words);
		}
	});

	test('keeps its status, and what else it varies by', async () => {
		const answer = await ask(text(words, { status: 404, headers: { ...html, vary: 'cookie' } }));
		expect([answer.status, answer.headers.get('vary'), encodingOf(answer)]).toEqual([404, 'cookie, accept-encoding', 'br']);
	});

	test('asked for without its body has the same headers as with it', async () => {
		const [head, get] = [await ask(page(), { method: 'HEAD' }), await ask(page())];
		expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
	});
});

test.each([
	['data of a page', json({ words })],
	['a sheet of colours', text(words, { headers: { 'content-type': 'text/css; charset=utf-8' } })],
	['a problem', text(words, { headers: { 'content-type': 'application/problem+json' } })]
])('%s is compressed as well', async (_, response) => {
	expect(encodingOf(await ask(response))).toBe('br');
});

test.each([
	['small', text('few words', { headers: html })],
	['of a kind that does not shrink', text(words, { headers: { 'content-type': 'image/png' } })],
	['of an unknown kind', text(words, { headers: { 'content-type': 'application/octet-stream' } })],
	['compressed already', page({ 'content-encoding': 'br' })],
	['not to be changed on its way', page({ 'cache-control': 'private, no-transform' })],
	['a part of something', text(words, { status: 206, headers: html })],
	['nothing at all', new Response(null, { status: 304 })]
])('what is %s is left as it is', async (_, response) => {
	expect(await ask(response)).toBe(response);
	expect(response.headers.has('vary')).toBe(false);
});

describe('no secret is compressed', () => {
	test.each([
		['of a page behind a token', { route: '/reset/[token]' }],
		['of the letters of a demo', { route: '/mailbox' }],
		['of an address that leads nowhere', { route: null }],
		['that a form answers', { method: 'POST' }]
	])('%s', async (_, asking) => {
		const response = page();
		expect(await ask(response, asking)).toBe(response);
		expect(await response.text()).toBe(words);
	});

	test('those pages are where they are said to be', () => {
		for (const room of ['reset/[token]', 'invitation/[token]', 'enter/[token]', 'unsubscribe/[token]', 'mailbox'])
			expect([room, existsSync(join(root, 'src/routes', room, '+page.svelte'))]).toEqual([room, true]);
	});

	test('and nothing that another site asks for, which could put words beside what is to be guessed', async () => {
		for (const from of ['cross-site', 'same-site']) expect(encodingOf(await ask(page(), { from }))).toBeNull();
		for (const from of ['same-origin', 'none']) expect(encodingOf(await ask(page(), { from }))).toBe('br');
	});
});

describe('a tag', () => {
	test('tells the compressed form from the other', async () => {
		expect((await ask(page({ etag: '"one"' }))).headers.get('etag')).toBe('"one-br"');
		expect((await ask(page({ etag: 'W/"one"' }), { accepts: 'gzip' })).headers.get('etag')).toBe('W/"one-gzip"');
		expect((await ask(page({ etag: '"one"' }), { accepts: '' })).headers.get('etag')).toBe('"one"');
	});
});

describe('over the line', () => {
	async function serve(answer: () => Response) {
		const server = createServer((_request, response) => {
			void ask(answer()).then((compressed) => setResponse(response, compressed));
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		onTestFinished(() => server.closeAllConnections());
		onTestFinished(() => void server.close());
		const { port } = server.address() as AddressInfo;
		return async (method: string) => {
			const asking = send({ host: '127.0.0.1', port, method, agent: false }).end();
			const [answer] = (await once(asking, 'response')) as [IncomingMessage];
			return answer;
		};
	}

	test('the first part of a stream is there before the last is known', async () => {
		const end = Promise.withResolvers<void>();
		const get = await serve(() => {
			const body = new ReadableStream<Uint8Array>({
				async start(controller) {
					controller.enqueue(new TextEncoder().encode(words));
					await end.promise;
					controller.close();
				}
			});
			return new Response(body, { headers: html });
		});
		const answer = await get('GET');
		const [first] = (await once(answer, 'data')) as [Buffer];
		expect(first.toString()).toContain('The steering group');
		expect([answer.headers['content-encoding'], answer.headers['vary']]).toEqual([undefined, undefined]);
		answer.resume();
		end.resolve();
		await once(answer, 'end');
	});

	test('the answer to HEAD has headers and no body', async () => {
		const ask = await serve(page);
		const answer = await ask('HEAD');
		expect((await answer.toArray()).length).toBe(0);
		expect(answer.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding', 'content-length': expect.any(String) });
	});
});
