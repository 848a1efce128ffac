import { randomUUID } from 'node:crypto';
import { streams } from '#lib/server/db/schema/streams.ts';
import { openStream } from '#lib/server/events/record.ts';
import { expect, test } from '../../support/database.ts';
import { smallNetwork } from '../../support/thread.ts';

test('a stream that is not named after its kind is not opened', async ({ services }) => {
	const { id: network } = await smallNetwork(services);
	const before = await services.db.$count(streams);
	const id = randomUUID();
	const open = (name: string) =>
		services.db.transaction((tx) => openStream(tx, { id: name, network, kind: 'meeting', subjectId: id, audience: [] }));
	for (const name of [id, `meetings:${id}`, `memo:${id}`]) await expect(open(name)).rejects.toThrow('not named after its kind');
	await open(`meeting:${id}`);
	expect(await services.db.$count(streams)).toBe(before + 1);
});
