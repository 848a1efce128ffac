import { vi } from 'vitest';
import type { Here } from '#lib/model/protocol.ts';
import { expect, test } from '../../support/database.ts';
import { ask, liveOn } from '../../support/live.ts';
import { smallNetwork } from '../../support/thread.ts';

test('who follows a stream hears who else does, until they leave or hang up', async ({ services }) => {
	const network = await smallNetwork(services);
	const [ilze, elio] = [await network.person('Ilze'), await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' })];
	const live = await liveOn(services);
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
	await live.close();
});
