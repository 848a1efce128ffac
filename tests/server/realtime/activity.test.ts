import { eq } from 'drizzle-orm';
import { vi } from 'vitest';
import { visitor } from '#lib/model/access/actor.ts';
import type { Activity } from '#lib/model/protocol.ts';
import { networks } from '#lib/server/db/schema/networks.ts';
import { memberships } from '#lib/server/db/schema/people.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import type { Services } from '#lib/server/services.ts';
import { expect, servicesOn, test as base } from '../../support/database.ts';
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

/** What a line that follows nothing hears of what is said. */
function listening(line: Awaited<ReturnType<LiveServer['line']>>) {
	const heard: (Activity | number)[] = [];
	line.on('activity', (...activities: Activity[]) => heard.push(...activities));
	line.on('recount', (within: number) => heard.push(within));
	return heard;
}

const say = (network: SmallNetwork, text: string) => ({
	commandId: crypto.randomUUID(),
	slug: network.slug,
	doc: saying(text),
	lang: 'en'
});

test('who reads elsewhere hears that something was said and by whom, who follows it does not, nor who belongs elsewhere', async ({
	network,
	live,
	services
}) => {
	const [ilze, elio, rui] = [await network.person('Ilze'), await network.person('Elio'), await network.person('Rui')];
	const stranger = await network.person('Stranger');
	await services.db
		.update(memberships)
		.set({ networkId: await another(services) })
		.where(eq(memberships.personId, stranger.id));
	const [hers, his, away, outside] = [await live.line(ilze), await live.line(elio), await live.line(rui), await live.line(stranger)];
	await ask(his, 'follow', { stream: network.stream, seq: 0 });
	const [onHers, onHis, onAway, onOutside] = [hers, his, away, outside].map(listening);
	for (const text of ['One', 'Two', 'Three']) await postInMeeting(services, ilze, say(network, text));
	const said = (heard: (Activity | number)[] = []) => heard.flatMap((word) => (typeof word === 'number' ? [] : word.said));
	const all = [1, 2, 3].map((seq) => [seq, ilze.id]);
	await vi.waitFor(() => expect(said(onAway)).toEqual(all), 3000);
	expect(said(onHers)).toEqual(all);
	expect(onAway?.length).toBeLessThanOrEqual(2);
	expect([onHis, onOutside]).toEqual([[], []]);
});

test('another process tells its readers too', async ({ network, live, database }) => {
	const ilze = await network.person('Ilze');
	const heard = listening(await live.line(ilze));
	const other = servicesOn(database);
	await postInMeeting(other, ilze, say(network, 'From the other'));
	await vi.waitFor(() => expect(heard).toEqual([{ stream: network.stream, said: [[1, ilze.id]] }]), 3000);
	await other.close();
});

test('what is taken away, and what the reader has read in another tab, is a reason to count anew', async ({ network, live, services }) => {
	const [ilze, elio] = [await network.person('Ilze'), await network.person('Elio')];
	const { id, seq } = await postInMeeting(services, elio, say(network, 'Soon gone'));
	const [phone, laptop] = [await live.line(ilze), await live.line(ilze)];
	const [onPhone, onLaptop] = [listening(phone), listening(laptop)];
	await ask(laptop, 'command', { name: 'markRead', input: { read: [{ stream: network.stream, seq }] } });
	await vi.waitFor(() => expect(onPhone).toEqual([0]));
	expect(onLaptop).toEqual([]);
	await deletePost(services, elio, { commandId: crypto.randomUUID(), id });
	await vi.waitFor(() => expect(onLaptop).toEqual([3000]), 3000);
});

test('counts are of what others said and one has not read, hidden and deleted posts not among them, and beyond 99 they stop', async ({
	network,
	live,
	services
}) => {
	const [ilze, elio] = [await network.person('Ilze'), await network.person('Elio')];
	const line = await live.line(ilze);
	const count = async () => (await ask(line, 'unread', {})) as unknown;
	expect(await count()).toEqual({ ok: {} });
	const { id } = await postInMeeting(services, elio, say(network, 'One'));
	await postInMeeting(services, elio, say(network, 'Two'));
	await postInMeeting(services, ilze, say(network, 'My own'));
	expect(await count()).toEqual({ ok: { [network.stream]: [2, 3] } });
	await deletePost(services, elio, { commandId: crypto.randomUUID(), id });
	expect(await count()).toEqual({ ok: { [network.stream]: [1, 4] } });
	await ask(line, 'command', { name: 'markRead', input: { read: [{ stream: network.stream, seq: 4 }] } });
	expect(await count()).toEqual({ ok: { [network.stream]: [0, 4] } });
	await Promise.all(Array.from({ length: 120 }, (_, n) => postInMeeting(services, elio, say(network, `${n}`))));
	expect(await count()).toEqual({ ok: { [network.stream]: [100, 124] } });
	expect(await countUnread(services, visitor)).toEqual({});
});

async function another({ db }: Services): Promise<string> {
	const [network] = await db.select().from(networks);
	const id = crypto.randomUUID();
	await db.insert(networks).values({ ...network!, id, slug: 'another' });
	return id;
}
