import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { cityGroup, networkGroup, personGroup } from '#lib/model/access/groups.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { setAudience } from '../../support/change-audience.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madePdf } from '../../support/made-files.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

async function ground(services: TestServices) {
	const network = await smallNetwork(services);
	const { stream, id } = network;
	const ilze = await network.person('Ilze');
	const elio = await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' });
	return {
		...network,
		ilze,
		elio,
		everybody: networkGroup(id),
		city: cityGroup(id, 'co'),
		to: (...audience: string[]) => setAudience(services, ilze, { commandId: randomUUID(), stream, audience }),
		say: (files: { id: string }[] = []) =>
			postMessage(services, ilze, { commandId: randomUUID(), stream, doc: saying('The persimmons'), lang: 'en', files }),
		counts: async (reader: Person) => (await countUnread(services, reader))[stream]
	};
}

test('what is found of a thread is written anew when it opens to its network, or closes', async ({ services }) => {
	const { id, ilze, to, say, everybody, city } = await ground(services);
	const { upload } = await fileDesk(services);
	const file = await upload(ilze, id, 'Orangery_plan.pdf', madePdf());
	await say([{ id: file.id }]);
	const indexed = async () => {
		await catchUp(services.sql, services.log, { most: 100, rest: 0 });
		const entries = await services.sql`select kind, open from search_entries where kind in ('post', 'file') order by kind`;
		const words = await services.sql`select word from search_words where word in ('persimmons', 'orangery') order by word`;
		return [entries.map(({ kind, open }) => [kind, open]), words.map(({ word }) => word)];
	};
	const open = [
		[
			['file', true],
			['post', true]
		],
		['orangery', 'persimmons']
	];
	expect(await indexed()).toEqual(open);
	await to(city);
	expect(await indexed()).toEqual([
		[
			['file', false],
			['post', false]
		],
		[]
	]);
	await to(city, everybody);
	expect(await indexed()).toEqual(open);
});

test('passed over is what was said before for those who come, also while they are suspended; others keep what they have', async ({
	services
}) => {
	const { stream, person, ilze, elio, to, say, counts, everybody, city } = await ground(services);
	const [rui, sent] = [await person('Rui'), await person('Suspended', { role: 'expert', city: null, expertKind: 'adhoc' })];
	await to(city, personGroup(rui.id));
	const first = await say();
	await services.sql`update people set suspended_at = ${services.clock.now()} where id = ${sent.id}`;
	await to(everybody);
	await services.sql`update people set suspended_at = null where id = ${sent.id}`;
	const opened = first.seq + 1;
	expect(await counts(rui)).toEqual([1, opened]);
	for (const newcomer of [elio, sent]) expect(await counts(newcomer)).toEqual([0, opened]);
	await markRead(services, rui, { read: [{ stream, read: [[1, first.seq]], jumped: [] }] });
	await to(personGroup(ilze.id));
	const second = await say();
	expect(await counts(rui)).toBeUndefined();
	await to(everybody);
	// Who has heard it before has its place kept: what was said meanwhile is unread.
	expect(await counts(rui)).toEqual([1, second.seq + 1]);
	expect(await services.sql`select jumped from read_states where person_id = ${elio.id}`).toEqual([{ jumped: `{[1,${first.seq + 1})}` }]);
});

test('the same groups in another order change nothing, and a thread that is not there is not found', async ({ services }) => {
	const { ilze, to, stream, everybody, city } = await ground(services);
	const { seq } = await to(everybody, city);
	const told: unknown[] = [];
	services.audienceChanged.listen((changed) => told.push(changed));
	expect(await to(city, everybody)).toEqual({ seq });
	expect(told).toEqual([]);
	expect(await to(city)).toEqual({ seq: seq + 1 });
	expect(told).toEqual([{ stream, audience: [city], gone: [], come: [] }]);
	const elsewhere = { commandId: randomUUID(), stream: `user:${ilze.id}`, audience: [city] };
	await expect(setAudience(services, ilze, elsewhere)).rejects.toThrow(NotFound);
});
