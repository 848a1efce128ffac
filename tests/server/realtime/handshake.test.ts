import { onTestFinished } from 'vitest';
import { startSession } from '#lib/server/auth/session.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { servicesOn, expect, test, type TestServices } from '../../support/database.ts';
import { liveOn } from '../../support/live.ts';
import { smallNetwork } from '../../support/thread.ts';

async function open(database: string, env: Record<string, string> = {}) {
	const services = servicesOn(database, parseConfig({ DEMO: 'off', ...env }));
	const live = await liveOn(services);
	onTestFinished(async () => {
		await live.close();
		await services.close();
	});
	return { services, live, token: await tokenOfSomebody(services) };
}

async function tokenOfSomebody(services: TestServices): Promise<string> {
	const { person } = await smallNetwork(services);
	const { id } = await person('Ilze');
	return (await startSession(services, id, '')).token;
}

test('a line is opened from the very scheme and host of our pages, and from nowhere else', async ({ database }) => {
	const { live, token } = await open(database, { PUBLIC_URL: 'https://desk.example.org' });
	const { host, hostname } = new URL(live.url);
	const from = (origin: string) => live.lineWith(`swing=${token}`, { origin });
	await expect(from(`http://${host}`)).resolves.toHaveProperty('connected', true);
	for (const origin of [
		`https://${host}`,
		`http://${hostname}:1`,
		'https://desk.example.org',
		'https://elsewhere.example',
		'null',
		'x'
	]) {
		await expect(from(origin), origin).rejects.toThrow();
	}
	await expect(live.lineWith(`swing=${token}`, { 'sec-fetch-site': 'cross-site' })).rejects.toThrow();
});

test('over https a line takes the guarded cookie alone, and over http the plain one', async ({ database }) => {
	const { live, token } = await open(database, { TRUST_PROXY: 'loopback' });
	const overTls = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'desk.example.org', origin: 'https://desk.example.org' };
	await expect(live.lineWith(`__Host-swing=${token}`, overTls)).resolves.toHaveProperty('connected', true);
	await expect(live.lineWith(`swing=${token}`, overTls)).rejects.toThrow('signed_out');
	await expect(live.lineWith(`swing=${token}`)).resolves.toHaveProperty('connected', true);
	await expect(live.lineWith(`__Host-swing=${token}`)).rejects.toThrow('signed_out');
	await expect(live.lineWith(`__Host-swing=${token}`, { ...overTls, origin: 'http://desk.example.org' })).rejects.toThrow();
});

test('nobody without a trusted proxy makes a line believe that it is over https', async ({ database }) => {
	const { live, token } = await open(database);
	const claimed = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'desk.example.org' };
	await expect(live.lineWith(`__Host-swing=${token}`, claimed)).rejects.toThrow('signed_out');
	await expect(live.lineWith(`swing=${token}`, { ...claimed, origin: 'https://desk.example.org' })).rejects.toThrow();
});

test('what the line answers over http says what every answer says', async ({ database }) => {
	const { live } = await open(database, { TRUST_PROXY: 'loopback' });
	for (const path of ['/live/?EIO=4&transport=polling', '/live/?EIO=4&transport=nonsense', '/live/?EIO=4&transport=polling&sid=gone']) {
		const { headers } = await fetch(live.url + path, { headers: { 'x-forwarded-proto': 'https' } });
		expect(headers.get('x-content-type-options'), path).toBe('nosniff');
		expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000');
	}
});
