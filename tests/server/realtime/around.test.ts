import { vi } from 'vitest';
import type { Here, NowWriting } from '#lib/model/protocol.ts';
import { expect, test as base } from '../../support/database.ts';
import { ask, liveOn, type LiveServer } from '../../support/live.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork, type SmallNetwork } from '../../support/thread.ts';

const test = base.extend<{ network: SmallNetwork; live: LiveServer }>({
	network: async ({ services }, use) => use(await smallNetwork(services)),
	live: async ({ services }, use) => {
		const live = await liveOn(services);
		await use(live);
		await live.close();
	}
});

test('who follows a stream hears who else does, until they leave or hang up', async ({ network, live }) => {
	const [ilze, elio] = [await network.person('Ilze'), await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' })];
	const [hers, his] = [await live.line(ilze), await live.line(elio)];
	const seen: Here[] = [];
	hers.on('here', (picture: Here) => seen.push(picture));
	const names = () => seen.at(-1)?.people.map(({ name }) => name);
	await ask(hers, 'follow', { stream: network.stream, seq: 0 });
	await vi.waitFor(() => expect(names()).toEqual(['Ilze']));
	await ask(his, 'follow', { stream: network.stream, seq: 0 });
	await vi.waitFor(() => expect(names()).toEqual(['Ilze', 'Elio']), 3000);
	expect(seen.at(-1)?.people[1]).toEqual({ id: elio.id, name: 'Elio', city: null, role: 'expert', expertKind: 'adhoc' });
	his.emit('leave', { stream: network.stream });
	await vi.waitFor(() => expect(names()).toEqual(['Ilze']), 3000);
	await ask(his, 'follow', { stream: network.stream, seq: 0 });
	await vi.waitFor(() => expect(names()).toEqual(['Ilze', 'Elio']), 3000);
	his.disconnect();
	await vi.waitFor(() => expect(names()).toEqual(['Ilze']), 3000);
});

test('who is writing is told to those in the room, until the message is there', async ({ network, live }) => {
	const [ilze, elio] = [await network.person('Ilze'), await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' })];
	const [hers, his] = [await live.line(ilze), await live.line(elio)];
	const { stream, slug } = network;
	const seen: string[] = [];
	hers.on('writing', ({ people }: NowWriting) => seen.push(people.map(({ name }) => name).join(' ')));
	for (const line of [hers, his]) await ask(line, 'follow', { stream, seq: 0 });
	his.emit('writing', { stream });
	await vi.waitFor(() => expect(seen).toEqual(['Elio']));
	await ask(his, 'command', { name: 'postMessage', input: { commandId: crypto.randomUUID(), slug, doc: saying('Written'), lang: 'en' } });
	await vi.waitFor(() => expect(seen).toEqual(['Elio', '']), 3000);
});

test('whoever may not write there, or is not in the room, is not heard to write', async ({ network, live }) => {
	const [ilze, claire, rui] = [
		await network.person('Ilze'),
		await network.person('Claire', { role: 'reader', city: null }),
		await network.person('Rui')
	];
	const [hers, reading, outside] = [await live.line(ilze), await live.line(claire), await live.line(rui)];
	const { stream } = network;
	const seen: string[][] = [];
	hers.on('writing', ({ people }: NowWriting) => seen.push(people.map(({ name }) => name)));
	for (const line of [hers, reading]) await ask(line, 'follow', { stream, seq: 0 });
	reading.emit('writing', { stream });
	outside.emit('writing', { stream });
	for (const rubbish of [null, {}, { stream: 7 }, { stream: 'meeting:x' }, { stream: `person/${ilze.id}` }])
		reading.emit('writing', rubbish);
	for (const line of [reading, outside]) await ask(line, 'follow', { stream, seq: 0 });
	hers.emit('writing', { stream });
	await vi.waitFor(() => expect(seen).toEqual([['Ilze']]));
});
