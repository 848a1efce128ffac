import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { audienceOfMeeting } from '#lib/server/meetings/audience.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { expect, servicesOn, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

/** A second meeting of the network. */
async function anotherMeeting({ sql }: TestServices): Promise<{ slug: string; stream: string }> {
	const id = randomUUID();
	const [slug, stream] = ['another', `meeting:${id}`];
	const [network] = await sql<{ id: string }[]>`select id from networks`;
	await sql`
		insert into streams (id, network_id, kind, subject_id, audience)
		values (${stream}, ${network?.id ?? null}, 'meeting', ${id}, ${audienceOfMeeting({ network: network?.id ?? '' })})`;
	await sql`
		insert into meetings (id, network_id, slug, kind, host_id, theme, starts_on, ends_on, precision, time_zone, stream)
		select ${id}, network_id, ${slug}, kind, host_id, theme, starts_on, ends_on, precision, time_zone, ${stream} from meetings`;
	return { slug, stream };
}

function saysIn(services: TestServices, person: Person) {
	return (stream: string, text: string) =>
		postMessage(services, person, { commandId: randomUUID(), stream, doc: saying(text), lang: 'en' });
}

test('a thread that somebody else is writing in holds up no other thread', async ({ services }) => {
	const network = await smallNetwork(services);
	const another = await anotherMeeting(services);
	const say = saysIn(services, await network.person('Ilze'));
	const done: string[] = [];
	const note = (text: string) => () => void done.push(text);
	const held = Promise.withResolvers<void>();
	const free = Promise.withResolvers<void>();
	const holding = services.sql.begin(async (tx) => {
		await tx`select 1 from streams where id = ${network.stream} for update`;
		held.resolve();
		await free.promise;
	});
	await held.promise;
	const first = say(another.stream, 'first').then(note('first'));
	const waiting = [1, 2].map((n) => say(network.stream, `waiting ${n}`).then(note('waiting')));
	await Promise.all([first, ...[1, 2].map((n) => say(another.stream, `passing ${n}`).then(note('passing')))]);
	expect(done).toEqual(['first', 'passing', 'passing']);
	free.resolve();
	await Promise.all([holding, ...waiting]);
	expect(done.slice(3)).toEqual(['waiting', 'waiting']);
	const seqs = async (stream: string) => (await eventsSince(services.sql, stream, 0, 10)).map(({ seq }) => seq);
	expect([await seqs(network.stream), await seqs(another.stream)]).toEqual([
		[1, 2],
		[1, 2, 3]
	]);
});

test('two processes that write in the same threads at the same time number everything once, without a gap', async ({
	services,
	database
}) => {
	const network = await smallNetwork(services);
	const another = await anotherMeeting(services);
	const person = await network.person('Ilze');
	const other = servicesOn(database);
	try {
		const heard = new Map([
			[network.stream, [] as number[]],
			[another.stream, []]
		]);
		services.feed.listen((envelopes) => envelopes.forEach(({ stream, seq }) => heard.get(stream)?.push(seq)));
		for (const stream of heard.keys()) services.feed.follow(stream, 0);
		await services.feed.start();
		const posts = [services, other].flatMap((process) =>
			Array.from({ length: 60 }, (_, n) => saysIn(process, person)(n % 2 ? network.stream : another.stream, `${n}`))
		);
		const places = await Promise.all(posts);
		expect(places.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, n) => 1 + (n >> 1)));
		const all = Array.from({ length: 60 }, (_, n) => n + 1);
		await expect.poll(() => [...heard.values()]).toEqual([all, all]);
	} finally {
		await other.close();
	}
});
