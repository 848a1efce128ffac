import { beforeEach, expect, test, vi } from 'vitest';
import { KeptStore } from '#lib/client/kept-pages/kept-store.ts';
import { WorkerAnswers } from '#lib/client/kept-pages/worker-answers.ts';
import { keptHeaders } from '#lib/model/kept-pages.ts';
import { cachesInMemory } from '../../support/caches.ts';

const origin = location.origin;
const lost = () => Promise.reject(new TypeError('Failed to fetch'));

/** What the server answers now; it counts what it was asked. */
let serve: (path: string) => Promise<Response>;
let asked: string[];
let clock: number;
let caches: ReturnType<typeof cachesInMemory>;
let store: KeptStore;
let answers: WorkerAnswers;

beforeEach(() => {
	asked = [];
	clock = 1000;
	caches = cachesInMemory(origin);
	wake();
});

/** A worker that starts anew, as browsers stop and start them. */
function wake(): void {
	const ask = (request: Request | string) => {
		const path = typeof request === 'string' ? request : request.url.slice(origin.length);
		asked.push(path);
		return serve(path);
	};
	const around = { fetch: ask, now: () => clock };
	store = new KeptStore({ caches, ...around });
	answers = new WorkerAnswers(store, around);
}

const html = (words: string) => `<html lang="en"><title>${words} · Swing</title><p>${words}</p><div data-kept-pages></div>`;
function given(reader: string, words: string, { keep = true, status = 200 } = {}): Response {
	const headers = { 'content-type': 'text/html', 'content-security-policy': "script-src 'nonce-x'", 'set-cookie': 'no' };
	return new Response(html(words), {
		status,
		headers: { ...headers, [keptHeaders.reader]: reader, ...(keep && { [keptHeaders.keep]: '1' }) }
	});
}
const servedTo = (reader: string, pages: Record<string, Response | (() => Response)> = {}) => {
	serve = async (path) => {
		const page = pages[path];
		if (page) return typeof page === 'function' ? page() : page;
		return given(reader, path === '/offline' ? 'No connection' : path, { keep: path !== '/offline' });
	};
};

/** What a browser shows that goes to an address. */
async function open(path: string, mode = 'navigate', method = 'GET'): Promise<string | null> {
	const later: Promise<unknown>[] = [];
	const request = { url: origin + path, method, mode } as Request;
	const answer = await answers.answer(request, (work) => later.push(work));
	const text = answer && (answer.type === 'error' ? 'nothing' : await answer.text());
	await Promise.all(later);
	return text;
}

test('a page that was read opens without a line as it was, with its policy, and says when', async () => {
	servedTo('ilze');
	await open('/meetings/a');
	serve = lost;
	clock += 60_000;
	wake();
	const kept = await answers.answer({ url: `${origin}/meetings/a`, method: 'GET', mode: 'navigate' } as Request, () => {});
	expect(kept?.headers.get('content-security-policy')).toBe("script-src 'nonce-x'");
	expect(kept?.headers.has('set-cookie')).toBe(false);
	expect(await kept?.text()).toContain(`<html data-kept="${new Date(1000).toISOString()}" lang="en"><title>/meetings/a`);
});

test('a page that was never read says so and lists what was', async () => {
	servedTo('ilze');
	await open('/meetings/a');
	serve = lost;
	const shown = await open('/plans');
	expect(shown).toContain('No connection');
	expect(shown).toContain('<a href="/meetings/a">/meetings/a</a>');
});

test.each([
	['of which the server says that it is not kept', () => given('ilze', 'secret', { keep: false })],
	['that is an error', () => given('ilze', 'broken', { keep: false, status: 500 })],
	['that leads elsewhere', () => Response.redirect(`${origin}/signin`, 303)]
])('a page is not kept %s', async (_, page) => {
	servedTo('ilze', { '/x': page });
	await open('/');
	await open('/x');
	serve = lost;
	expect(await open('/x')).toContain('No connection');
});

test('what is sent goes its way, and its answer is not kept', async () => {
	servedTo('ilze');
	expect(await open('/meetings/a', 'navigate', 'POST')).toBeNull();
	expect(asked).toEqual([]);
});

test('nothing of one person is shown to the next: not after they came in, and not after the first has gone', async () => {
	servedTo('ilze');
	await open('/inbox');
	servedTo('');
	await open('/signin');
	serve = lost;
	expect(await open('/inbox')).not.toContain('/inbox');
	servedTo('rui');
	await open('/');
	serve = lost;
	expect(await open('/inbox')).not.toContain('/inbox');
	expect(await open('/')).toContain('<p>/</p>');
});

test('what comes for somebody who has gone by then is not kept', async () => {
	servedTo('ilze');
	await open('/');
	let arrive = (_: Response): void => {};
	serve = () =>
		new Promise((resolve) => {
			arrive = resolve;
		});
	const slow = open('/inbox');
	await vi.waitFor(() => expect(asked).toContain('/inbox'));
	clock += 10;
	servedTo('');
	const late = arrive;
	await open('/signin');
	late(given('ilze', '/inbox'));
	await slow;
	serve = lost;
	expect(await open('/inbox')).not.toContain('<p>/inbox');
});

test('the data of a page also say who is there; they are never kept', async () => {
	servedTo('ilze');
	await open('/inbox');
	servedTo('', { '/__data.json': () => new Response('{}', { headers: { [keptHeaders.reader]: '' } }) });
	await open('/__data.json', 'cors');
	serve = lost;
	expect(await open('/inbox')).not.toContain('<p>/inbox');
	await expect(open('/__data.json', 'cors')).rejects.toThrow('Failed to fetch');
});

test('a page come to by a link is fetched and kept as a whole, once, with what it needs', async () => {
	servedTo('ilze');
	await open('/');
	const reading = { keep: '/meetings/a', since: clock + 5, assets: ['/_app/immutable/a.js', '/files/secret.pdf'] };
	clock += 10;
	await answers.hear(reading);
	await answers.hear(reading);
	expect(asked.filter((path) => path === '/meetings/a')).toHaveLength(1);
	expect(asked).toContain('/_app/immutable/a.js');
	expect(asked).not.toContain('/files/secret.pdf');
	await answers.hear({ ...reading, since: clock + 1 });
	expect(asked.filter((path) => path === '/meetings/a')).toHaveLength(2);
	serve = lost;
	expect(await open('/meetings/a')).toContain('<p>/meetings/a</p>');
	expect(await open('/_app/immutable/a.js', 'cors')).toContain('/_app/immutable/a.js');
});

test('a page that is kept is shown when the server is too slow to wait for', async () => {
	servedTo('ilze');
	await open('/');
	vi.useFakeTimers();
	serve = () => new Promise(() => {});
	const shown = answers.answer({ url: `${origin}/`, method: 'GET', mode: 'navigate' } as Request, () => {});
	await vi.advanceTimersByTimeAsync(8100);
	expect(await (await shown)?.text()).toContain('data-kept');
	vi.useRealTimers();
});

test('what the reader is given beside pages is there without a line, and goes with them', async () => {
	const key = '/profile/draft-key';
	servedTo('ilze', { [key]: () => new Response('key', { headers: { [keptHeaders.reader]: 'ilze' } }) });
	await open('/');
	expect(await open(key, 'cors')).toBe('key');
	serve = lost;
	expect(await open(key, 'cors')).toBe('key');
	await answers.hear({ forget: true });
	expect(await open(key, 'cors')).toBe('nothing');
	expect(await open('/')).toBe('nothing');
});

test('where the session has ended elsewhere, what was kept goes with the first answer, whatever was asked for', async () => {
	const key = '/profile/draft-key';
	const refused = () => new Response('', { status: 401, headers: { [keptHeaders.reader]: '' } });
	const redirected = () => Object.defineProperty(given('', 'Sign in', { keep: false }), 'redirected', { value: true });
	for (const hear of [
		() => open(key, 'cors'),
		() => answers.hear({ keep: '/inbox', since: clock + 1, assets: [] }),
		() => open('/inbox/__data.json', 'cors')
	]) {
		servedTo('ilze', { [key]: () => new Response('key', { headers: { [keptHeaders.reader]: 'ilze' } }) });
		await open('/inbox');
		await open(key, 'cors');
		clock += 10;
		servedTo('', { [key]: refused, '/inbox': redirected, '/inbox/__data.json': refused });
		await hear();
		serve = lost;
		expect(await open('/inbox')).not.toContain('<p>/inbox');
		expect(await open(key, 'cors')).toBe('nothing');
		clock += 10;
	}
});

test('a page that was kept for a month is not shown any more, and goes', async () => {
	servedTo('ilze');
	await open('/inbox');
	clock += 31 * 24 * 60 * 60 * 1000;
	wake();
	serve = lost;
	expect(await open('/inbox')).not.toContain('<p>/inbox');
	servedTo('ilze');
	await open('/', 'navigate');
	expect(await (await caches.open('swing-pages')).match('/inbox')).toBeUndefined();
});

test('after a new version of the program a kept page still opens with the program it was made with', async () => {
	const page = (program: string) => () => {
		const { headers } = given('ilze', '');
		return new Response(`<html lang="en"><title>Inbox · Swing</title><script>import("/_app/immutable/${program}.js")</script>`, {
			headers
		});
	};
	const assets: Record<string, () => Response> = {
		'/_app/immutable/old.js': () => new Response('the old program'),
		'/_app/immutable/old-part.js': () => new Response('its part')
	};
	servedTo('ilze', { '/inbox': page('old'), ...assets });
	await open('/');
	await open('/inbox');
	await open('/_app/immutable/old.js', 'cors');
	await answers.hear({ keep: '/inbox', since: clock, assets: ['/_app/immutable/old-part.js'] });
	await open('/_app/immutable/unneeded.js', 'cors');

	const gone = () => new Response('gone', { status: 404 });
	servedTo('ilze', {
		'/_app/immutable/old.js': gone,
		'/_app/immutable/old-part.js': gone,
		'/_app/immutable/unneeded.js': gone,
		'/_app/immutable/new.js': () => new Response('the new program')
	});
	wake();
	await store.renewOffline();
	await store.sweep(['/_app/immutable/new.js']);
	expect(await open('/_app/immutable/unneeded.js', 'cors')).toBe('gone');
	serve = lost;
	expect(await open('/inbox')).toContain('/_app/immutable/old.js');
	expect(await open('/_app/immutable/old.js', 'cors')).toBe('the old program');
	expect(await open('/_app/immutable/old-part.js', 'cors')).toBe('its part');
});

test('what the first page had been given before there was a worker is there without a line too', async () => {
	const key = '/profile/draft-key';
	servedTo('ilze', { [key]: () => new Response('key', { headers: { [keptHeaders.reader]: 'ilze' } }) });
	await answers.hear({ keep: '/meetings/a', since: clock, assets: [] });
	await answers.hear({ keep: '/meetings/a', since: clock, assets: [] });
	expect(asked.filter((path) => path === key)).toHaveLength(1);
	serve = lost;
	expect(await open(key, 'cors')).toBe('key');
	expect(await open('/meetings/a')).toContain('<p>/meetings/a</p>');
});

test('what is shown when the worker comes is kept at once, and what an earlier one kept is not fetched anew', async () => {
	servedTo('ilze');
	const shown = [`${origin}/meetings/a?from=3#p-3`, `${origin}/inbox`, `${origin}/inbox`];
	await store.renewOffline();
	await answers.keepShown(shown);
	expect(asked.filter((path) => path !== '/profile/draft-key').sort()).toEqual(['/inbox', '/meetings/a?from=3', '/offline']);
	asked = [];
	wake();
	await store.renewOffline();
	await answers.keepShown(shown);
	expect(asked, 'a new version fetches its own page for what was never read, alone').toEqual(['/offline']);
	serve = lost;
	expect(await open('/meetings/a?from=3')).toContain('<p>/meetings/a?from=3</p>');
});

test('a page that cannot be fetched keeps no worker from coming', async () => {
	serve = lost;
	await expect(answers.keepShown([`${origin}/meetings/a`, `${origin}/inbox`])).resolves.toBeUndefined();
});
