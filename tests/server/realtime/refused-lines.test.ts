import { onTestFinished } from 'vitest';
import { parseConfig } from '#lib/server/platform/config.ts';
import { alwaysIn, heardFrom, saidOverTls } from '../../support/bare-socket.ts';
import { expect, servicesOn, test } from '../../support/database.ts';
import { liveOn } from '../../support/live.ts';

/** The headers of an upgrade as a browser sends them, with others in their place. */
function upgrade(other: Record<string, string | null> = {}): string {
	const headers = {
		Host: 'desk.example.org',
		Connection: 'Upgrade',
		Upgrade: 'websocket',
		'Sec-WebSocket-Version': '13',
		'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
		...other
	};
	return Object.entries(headers)
		.flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}`))
		.join('\n');
}

const line = '/live/?EIO=4&transport=websocket';
/** Of what is answered over HTTP the connection would stay open. */
const closed = { Connection: 'Upgrade, close' };

const refused: [string, string, Record<string, string | null>, number][] = [
	['from elsewhere', `GET ${line}`, { Origin: 'https://elsewhere.example' }, 403],
	['by a transport nobody knows', 'GET /live/?EIO=4&transport=nonsense', {}, 400],
	['for a line that is not there', `GET ${line}&sid=gone`, {}, 400],
	['in an origin that is no address', `GET ${line}`, { Origin: 'http://\u00e4' }, 403],
	['without a host', `GET ${line}`, { ...closed, Host: null }, 400],
	['to something else than a WebSocket', `GET ${line}`, { ...closed, Upgrade: 'h2c' }, 400],
	['without a key', `GET ${line}`, { ...closed, 'Sec-WebSocket-Key': null }, 400],
	['with a key that is none', `GET ${line}`, { ...closed, 'Sec-WebSocket-Key': 'open sesame' }, 400],
	['in a version of long ago', `GET ${line}`, { ...closed, 'Sec-WebSocket-Version': '7' }, 400],
	['in a protocol that cannot be read', `GET ${line}`, { ...closed, 'Sec-WebSocket-Protocol': ',' }, 400],
	['by something else than GET', `DELETE ${line}`, closed, 400]
];

async function open(database: string, env: Record<string, string>) {
	const services = servicesOn(database, parseConfig({ DEMO: 'off', ...env }));
	const live = await liveOn(services);
	onTestFinished(async () => {
		await live.close();
		await services.close();
	});
	return Number(new URL(live.url).port);
}

test.for(refused)('an upgrade %s is refused once, with what every answer says', async ([, asked, other, status], { database }) => {
	const port = await open(database, { PUBLIC_URL: 'https://desk.example.org' });
	const answer = await heardFrom(port, `${asked} HTTP/1.1\n${upgrade(other)}`);
	expect(alwaysIn(answer)).toEqual({ status, always: saidOverTls });
	expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
});

test('where a proxy says that it is reached over https, a refused upgrade says to stay there', async ({ database }) => {
	const port = await open(database, { TRUST_PROXY: 'loopback' });
	const asked = `GET /live/?EIO=4&transport=nonsense HTTP/1.1\n${upgrade({ 'X-Forwarded-Proto': 'https' })}`;
	expect(alwaysIn(await heardFrom(port, asked)).always).toEqual(saidOverTls);
});
