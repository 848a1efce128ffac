import { randomUUID } from 'node:crypto';
import { visitor, type Person } from '#lib/model/access/actor.ts';
import { openDesk } from '#lib/server/desk/queries.ts';
import { noteVisit } from '#lib/server/desk/visit.ts';
import { Forbidden, Invalid } from '#lib/server/platform/errors.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

async function says(services: TestServices, person: Person, slug: string, text: string) {
	const { seq } = await postInMeeting(services, person, {
		commandId: randomUUID(),
		slug,
		doc: saying(text),
		lang: 'en'
	});
	return seq;
}

const reading = (...read: { stream: string; seq: number }[]) => ({ read });

test('what others wrote waits until it is read; one’s own words do not', async ({ services }) => {
	const { slug, stream, person } = await smallNetwork(services);
	const [ilze, rui] = [await person('Ilze'), await person('Rui')];
	await says(services, rui, slug, 'Bring good shoes');
	await says(services, ilze, slug, 'We will');
	await says(services, rui, slug, 'And an umbrella');

	const before = await openDesk(services, ilze, 'en');
	expect(before.unread).toMatchObject([
		{ stream, kind: 'meeting', title: 'Tech hubs', href: `/meetings/${slug}`, city: 'co', count: 2, first: 1, last: 3 }
	]);
	expect(before.latest.map(({ seq, excerpt, unread }) => ({ seq, excerpt, unread }))).toEqual([
		{ seq: 3, excerpt: 'And an umbrella', unread: true },
		{ seq: 1, excerpt: 'Bring good shoes', unread: true }
	]);

	await markRead(services, ilze, reading({ stream, seq: 1 }));
	expect((await openDesk(services, ilze, 'en')).unread).toMatchObject([{ count: 1, first: 3 }]);
	await markRead(services, ilze, reading({ stream, seq: 3 }));
	const after = await openDesk(services, ilze, 'en');
	expect(after.unread).toEqual([]);
	expect(after.latest.every(({ unread }) => !unread)).toBe(true);
	expect((await openDesk(services, rui, 'en')).unread).toMatchObject([{ count: 1, first: 2 }]);
});

test('what was jumped over of a thread is told beside what is new in it', async ({ services }) => {
	const { slug, stream, person } = await smallNetwork(services);
	const [ilze, rui] = [await person('Ilze'), await person('Rui')];
	for (const text of ['one', 'two', 'three', 'four']) await says(services, rui, slug, text);
	expect((await openDesk(services, ilze, 'en')).unread).toMatchObject([{ count: 4, jumped: null }]);
	await markRead(services, ilze, { read: [{ stream, read: [[3, 3]], jumped: [[1, 2]] }] });
	expect((await openDesk(services, ilze, 'en')).unread).toMatchObject([
		{ count: 1, first: 4, jumped: { count: 2, place: '?from=1#p-1' } }
	]);
});

test('a deleted post waits for nobody', async ({ services }) => {
	const { slug, person } = await smallNetwork(services);
	const [ilze, rui] = [await person('Ilze'), await person('Rui')];
	const commandId = randomUUID();
	const { id } = await postInMeeting(services, rui, { commandId, slug, doc: saying('Oh'), lang: 'en' });
	await deletePost(services, rui, { commandId: randomUUID(), id });
	const { addressed, unread, latest } = await openDesk(services, ilze, 'en');
	expect(addressed).toMatchObject({ inbox: { waiting: 0, entries: [] }, cards: {} });
	expect({ unread, latest }).toEqual({ unread: [], latest: [] });
});

test('a cursor neither goes back, nor beyond the end, nor into what one may not read', async ({ services }) => {
	const { slug, stream, person } = await smallNetwork(services);
	const [ilze, rui] = [await person('Ilze'), await person('Rui')];
	await says(services, rui, slug, 'one');
	await markRead(services, ilze, reading({ stream, seq: 1 }, { stream: 'meeting:none', seq: 1 }));
	await says(services, rui, slug, 'two');
	await markRead(services, ilze, reading({ stream, seq: 99 }));
	await markRead(services, ilze, reading({ stream, seq: 1 }));
	expect((await openDesk(services, ilze, 'en')).unread).toEqual([]);
	await says(services, rui, slug, 'three');
	expect((await openDesk(services, ilze, 'en')).unread).toMatchObject([{ count: 1, first: 3 }]);

	const stranger = { ...(await person('Nemo')), memberships: [] };
	await markRead(services, stranger, reading({ stream, seq: 3 }));
	const { addressed, ...rest } = await openDesk(services, stranger, 'en');
	expect(addressed).toMatchObject({ inbox: { waiting: 0, entries: [] }, cards: {} });
	expect(rest).toEqual({
		unread: [],
		latest: [],
		panels: { meetings: null, people: null, plans: { own: [], asking: [] }, practices: { lately: [], inHand: [] }, adoptions: null }
	});
	expect(await services.sql`select * from read_states where person_id = ${stranger.id}`).toHaveLength(0);
});

test.each([null, 'x', { read: 1 }, ...['many', -1, 1.5, 1e300].map((seq) => ({ read: [{ stream: 'a', seq }] })), { read: [{ seq: 1 }] }])(
	'rubbish is refused: %j',
	async (rubbish) => {
		const somebody = { kind: 'person', id: randomUUID(), memberships: [] } as unknown as Person;
		await expect(markRead({} as TestServices, somebody, rubbish)).rejects.toThrow(Invalid);
	}
);

test('visitors read nothing', async ({ services }) => {
	await expect(markRead(services, visitor, { read: [] })).rejects.toThrow(Forbidden);
});

test('a long post is told by its beginning, in whole words', async ({ services }) => {
	const { slug, person } = await smallNetwork(services);
	const [ilze, rui] = [await person('Ilze'), await person('Rui')];
	await says(services, rui, slug, 'Long words '.repeat(60));
	services.clock.advance(60);
	await says(services, rui, slug, '👩‍🚀'.repeat(200));
	const [emoji, long] = (await openDesk(services, ilze, 'en')).latest;
	expect(long?.excerpt).toMatch(/^(Long words )+(Long )?…$/);
	expect(long?.excerpt.length).toBeLessThan(190);
	expect(emoji?.excerpt.isWellFormed()).toBe(true);
});

test('the desk knows when one was here before', async ({ services }) => {
	const { person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	services.clock.set('2017-03-28T08:00:00Z');
	expect(await noteVisit(services, ilze)).toBeNull();
	services.clock.set('2017-03-28T08:20:00Z');
	expect(await noteVisit(services, ilze)).toBeNull();
	services.clock.set('2017-03-30T08:00:00Z');
	expect(await noteVisit(services, ilze)).toBe('2017-03-28T08:20:00.000Z');
	services.clock.set('2017-03-30T08:10:00Z');
	expect(await noteVisit(services, ilze)).toBe('2017-03-28T08:20:00.000Z');
});

test('the own city with everybody who belongs to it', async ({ services }) => {
	const { person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	await person('Rui', { role: 'coordinator' });
	const elio = await person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' });
	const { people: city } = (await openDesk(services, ilze, 'en')).panels;
	expect(city).toMatchObject({ code: 'co', organisation: 'Câmara' });
	expect(city?.people.map(({ name, role }) => `${name}, ${role}`)).toEqual(['Rui, coordinator', 'Ilze, officer']);
	expect((await openDesk(services, elio, 'en')).panels.people).toBeNull();
});
