import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { react } from '#lib/server/threads/react.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { openDesk } from '#lib/server/desk/queries.ts';
import { bringBackNotifications } from '#lib/server/notifications/inbox/marks.ts';
import { countWaiting, openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { setFollowLevel } from '#lib/server/notifications/follow.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { coimbra, mention, says, toldTo, waitsFor } from '../../support/inbox.ts';
import { expect, test, type TestServices } from '../../support/network-of-two.ts';

/** The number on desk, bell and inbox, and how many stand in the list. */
async function numbers({ db, ...services }: TestServices, person: Person): Promise<number[]> {
	const inbox = await openInbox(db, person, { view: 'waiting' });
	const { addressed } = await openDesk({ db, ...services }, person, 'en');
	return [
		addressed.inbox.waiting,
		addressed.inbox.entries.length,
		(await countWaiting(db, person)).waiting,
		inbox.waiting,
		inbox.entries.length
	];
}

test('a mention that was on screen waits still: on the desk, at the bell and in the inbox', async ({ services, network, marek, ilze }) => {
	const { seq } = await says(services, network.slug, marek, `${mention(ilze)}, which hours suit you?`);
	await markRead(services, ilze, { read: [{ stream: network.stream, seq }] });
	expect(await numbers(services, ilze)).toEqual([1, 1, 1, 1, 1]);
});

test('an answer in the same discussion settles it in every number; it can be brought back', async ({ services, network, marek, ilze }) => {
	const asked = await says(services, network.slug, marek, `${mention(ilze)}, which hours suit you?`);
	const along = await says(services, network.slug, marek, `Or ${mention(ilze)}, which days?`, asked.seq);
	const elsewhere = await says(services, network.slug, marek, `${mention(ilze)}, and the hotel?`);
	await says(services, network.slug, ilze, 'The morning', asked.seq);
	expect(await waitsFor(services, ilze)).toEqual([[elsewhere.seq, 'mention']]);
	expect(await numbers(services, ilze)).toEqual([1, 1, 1, 1, 1]);
	const { entries } = await openInbox(services.db, ilze, { view: 'done' });
	expect(entries.map(({ seq }) => seq)).toEqual([along.seq, asked.seq]);
	await bringBackNotifications(services, ilze, { ids: [entries[1]?.id ?? ''] });
	expect(await numbers(services, ilze)).toEqual([2, 2, 2, 2, 2]);
});

test('an answer to an answer settles what was asked in that discussion, and an answer that follows waits anew', async ({
	services,
	network,
	marek,
	ilze
}) => {
	const begun = await says(services, network.slug, ilze, 'Shall we?');
	const answer = await says(services, network.slug, marek, 'Gladly', begun.seq);
	expect(await waitsFor(services, ilze)).toEqual([[answer.seq, 'reply']]);
	await says(services, network.slug, ilze, 'Good', answer.seq);
	expect(await waitsFor(services, ilze)).toEqual([]);
	const later = await says(services, network.slug, marek, 'One thing more', begun.seq);
	expect(await waitsFor(services, ilze)).toEqual([[later.seq, 'reply']]);
});

test('a new message settles what its author was asked by those whom it names, and nothing else', async ({
	services,
	network,
	marek,
	ilze
}) => {
	const elio = await network.person('Elio');
	await says(services, network.slug, marek, `${mention(ilze)}, have you seen it?`);
	const his = await says(services, network.slug, elio, `${mention(ilze)}, are you coming?`);
	await says(services, network.slug, ilze, 'Good morning everybody');
	expect(await waitsFor(services, ilze)).toHaveLength(2);
	await says(services, network.slug, ilze, `${mention(marek)}, yes`);
	expect(await waitsFor(services, ilze)).toEqual([[his.seq, 'mention']]);
});

test('who is asked for a city settles it for themselves alone, and nobody by a reaction', async ({ services, network, marek, ilze }) => {
	const rui = await network.person('Rui', { role: 'coordinator' });
	const asked = await says(services, network.slug, marek, `${coimbra}, who hosts?`);
	await react(services, ilze, { commandId: randomUUID(), id: asked.id, kind: 'thanks', on: true });
	expect(await waitsFor(services, ilze)).toEqual([[asked.seq, 'city']]);
	await says(services, network.slug, ilze, 'We do', asked.seq);
	expect([await waitsFor(services, ilze), await waitsFor(services, rui)]).toEqual([[], [[asked.seq, 'city']]]);
});

test('what somebody follows informs them and waits for nobody', async ({ services, network, marek, ilze }) => {
	const item = { kind: 'meeting', id: network.stream.replace('meeting:', '') };
	await setFollowLevel(services.db, ilze.id, { item, level: 'all', at: services.clock.now() });
	const { seq } = await says(services, network.slug, marek, 'Good morning');
	expect(await toldTo(services, ilze)).toEqual([[seq, 'follow']]);
	expect(await numbers(services, ilze)).toEqual([0, 0, 0, 0, 0]);
});

test('the same answer sent again settles nothing that came since', async ({ services, network, marek, ilze }) => {
	const asked = await says(services, network.slug, marek, `${mention(ilze)}, which hours?`);
	const answer = { commandId: randomUUID(), slug: network.slug, doc: fromMarkdown('The morning'), lang: 'en', replyTo: asked.seq };
	await postInMeeting(services, ilze, answer);
	await says(services, network.slug, marek, `${mention(ilze)}, which one?`, asked.seq);
	await postInMeeting(services, ilze, answer);
	expect(await waitsFor(services, ilze)).toHaveLength(1);
});
