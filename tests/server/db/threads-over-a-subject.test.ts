import { createHash, randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import { followLevel } from '#lib/server/notifications/follow.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import '#lib/server/threads/files-in-posts.ts';
import { readableUse } from '#lib/server/files/subjects.ts';
import { meetingAt } from '#lib/server/meetings/queries.ts';
import { postMessageOrFormer } from '#lib/server/meetings/post-in-meeting.ts';
import { earlierTexts, findPost, hiddenTexts } from '#lib/server/threads/find-post.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { editPost } from '#lib/server/threads/change-post.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { sql } from 'drizzle-orm';
import { expect, servicesOn, test } from '../../support/database.ts';
import { databaseAt, type OldDatabase } from '../../support/old-database.ts';
import { saying } from '../../support/saying.ts';

const [here, elsewhere] = [randomUUID(), randomUUID()];
const [meeting, foreign] = [randomUUID(), randomUUID()];
const [stream, foreignStream] = [`meeting:${meeting}`, `meeting:${foreign}`];
const [ilze, rui, marek, stranger] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const ids = Array.from({ length: 5 }, () => randomUUID()) as [string, string, string, string, string];
const [file, mention, reminder, command, edit] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const at = '2026-11-01T10:00:00Z';

function person(id: string, network: string, role: 'officer' | 'lead' = 'officer'): Person {
	const memberships = [{ network, role, city: role === 'officer' ? 'co' : null, expertKind: null }];
	return { kind: 'person', id, name: id, locale: 'en', timeZone: 'Europe/Riga', suspended: false, memberships };
}

/** Two networks with a meeting each; in one of them an edited post, an answer, one deleted and one hidden. */
async function fill({ sql: db }: OldDatabase): Promise<void> {
	for (const [network, slug, id] of [
		[here, 'here', meeting],
		[elsewhere, 'elsewhere', foreign]
	] as const) {
		const partner = randomUUID();
		await db`insert into networks (id, slug, name, motto, funding_line, about, created_at) values (${network}, ${slug}, 'N', '{}', '{}', '{}', ${at})`;
		await db`
			insert into partners (id, network_id, code, slug, name, organisation, country, latitude, longitude, time_zone, language, position, letters, shape, fill, edge, edge_dark, ink)
			values (${partner}, ${network}, 'co', 'coimbra', '{"en": "Coimbra"}', 'C', 'PT', 40, -8, 'Europe/Lisbon', 'pt', 1, 'co', 'disc', '#45216c', '#45216c', '#b596e3', '#ffffff')`;
		await db`insert into streams (id, seq) values (${`meeting:${id}`}, ${network === here ? 6 : 0})`;
		await db`
			insert into meetings (id, network_id, slug, kind, host_id, theme, starts_on, ends_on, precision, time_zone, stream)
			values (${id}, ${network}, 'coimbra-2017', 'exchange', ${partner}, ${db.json({ en: `Theme of ${slug}` })}, '2017-03-30', '2017-03-31', 'day', 'Europe/Lisbon', ${`meeting:${id}`})`;
	}
	for (const [id, network, role] of [
		[ilze, here, 'officer'],
		[rui, here, 'officer'],
		[marek, here, 'lead'],
		[stranger, elsewhere, 'officer']
	] as const) {
		await db`insert into people (id, email, name, locale, time_zone, writing_language, created_at) values (${id}, ${`${id}@x.example`}, ${id}, 'en', 'UTC', 'en', ${at})`;
		await db`
			insert into memberships (id, person_id, network_id, role, partner_id, starts_at)
			select ${randomUUID()}, ${id}, ${network}, ${role}, id, ${at} from partners where network_id = ${network}`;
	}
	const posted = (n: number, seq: number, root: number | null, author: string, text: string | null) => db`
		insert into posts (id, meeting_id, seq, root, author_id, author_role, author_city, posted_at, lang, doc)
		values (${ids[n] ?? ''}, ${meeting}, ${seq}, ${root}, ${author}, 'officer', 'co', ${at}, 'en', ${text === null ? null : db.json(saying(text) as never)})`;
	await posted(0, 1, null, rui, 'Better said');
	await db`update posts set revision = 2, edited_at = ${at} where id = ${ids[0]}`;
	await posted(1, 2, 1, ilze, 'An answer');
	await posted(2, 4, null, rui, 'Out of sight');
	await db`update posts set hidden_at = ${at}, hidden_by = ${marek}, hidden_reason = 'Because' where id = ${ids[2]}`;
	await db`alter table posts drop constraint posts_text_until_deleted`;
	await posted(3, 5, null, rui, null);
	await db`update posts set deleted_at = ${at} where id = ${ids[3]}`;
	await db`alter table posts add constraint posts_text_until_deleted check ((doc is null) = (deleted_at is not null))`;
	await posted(4, 6, null, rui, 'The last word');
	for (const [seq, actor, name, countable] of [
		[1, rui, 'post.posted', true],
		[2, ilze, 'post.posted', true],
		[3, rui, 'post.edited', false],
		[4, rui, 'post.posted', false],
		[5, rui, 'post.posted', false],
		[6, rui, 'post.posted', true]
	] as const) {
		await db`insert into events (stream, seq, name, actor_id, at, countable, payload) values (${stream}, ${seq}, ${name}, ${actor}, ${at}, ${countable}, '{}')`;
	}
	for (const [n, seq, text] of [
		[1, 1, 'Said first'],
		[2, 3, 'Better said']
	] as const) {
		await db`insert into post_revisions (post_id, n, seq, lang, doc, at) values (${ids[0]}, ${n}, ${seq}, 'en', ${db.json(saying(text) as never)}, ${at})`;
	}
	await db`insert into post_reactions (post_id, kind, person_id, city, seq) values (${ids[0]}, 'thanks', ${ilze}, 'co', 3)`;
	await db`
		insert into files (id, sha256, size, type, kind, name, owner_id, network_id, series_id, created_at)
		values (${file}, ${'a'.repeat(64)}, 1, 'text/plain', 'text', 'notes.txt', ${rui}, ${here}, ${file}, ${at})`;
	await db`insert into file_uses (file_id, subject_kind, subject_id, position, by, at) values (${file}, 'post', ${ids[4]}, 0, ${rui}, ${at})`;
	await db`insert into streams (id, seq) values (${`user:${ilze}`}, 2)`;
	for (const [id, seq, kind, arrived] of [
		[mention, 6, 'mention', 1],
		[reminder, 0, 'reminder', 2]
	] as const) {
		await db`
			insert into notifications (id, person_id, network_id, kind, item_kind, item_id, stream, seq, actor_id, at, delivered_at, arrived)
			values (${id}, ${ilze}, ${here}, ${kind}, 'meeting', ${meeting}, ${stream}, ${seq}, ${rui}, ${at}, ${at}, ${arrived})`;
		await db`insert into events (stream, seq, name, actor_id, at, countable, payload) values (${`user:${ilze}`}, ${arrived}, 'notification.arrived', ${rui}, ${at}, false, '{}')`;
	}
	await db`insert into follows (person_id, item_kind, item_id, level, since) values (${ilze}, 'meeting', ${meeting}, 'all', ${at})`;
	await db`insert into reminders (kind, subject_kind, subject_id, at, time_zone, due_at) values ('meeting.opens', 'meeting', ${meeting}, '2017-03-29 09:00', 'Europe/Lisbon', ${at})`;
	await db`insert into search_cursors (stream, seq) values (${stream}, 6)`;
	await db`insert into search_entries (kind, subject_id, network_id, lasting, lang, at, words) values ('something of a plug', ${meeting}, ${here}, true, 'en', ${at}, 'word')`;
	await db`insert into cursors (person_id, stream, seq) values (${ilze}, ${stream}, 3), (${marek}, ${stream}, 0), (${rui}, ${stream}, 6)`;
	const attempts: [string, string, unknown, number][] = [
		[command, 'meeting.postMessage', { slug: 'coimbra-2017', doc: saying('The last word'), lang: 'en', replyTo: null }, 6],
		[edit, 'meeting.editPost', { id: ids[0], revision: 1, doc: saying('Better said'), lang: 'en' }, 1]
	];
	for (const [id, name, input, seq] of attempts) {
		const hash = createHash('sha256')
			.update(JSON.stringify([name, input]))
			.digest();
		await db`insert into commands (id, name, actor_id, input_hash, at, result) values (${id}, ${name}, ${rui}, ${hash}, ${at}, ${db.json({ id, seq })})`;
	}
}

test('what a database of before holds is all there afterwards, and says the same', async () => {
	const old = await databaseAt(19);
	onTestFinished(() => old.drop());
	await fill(old);
	const counts = async () => {
		const tables = [
			'events',
			'posts',
			'post_revisions',
			'post_reactions',
			'file_uses',
			'notifications',
			'follows',
			'reminders',
			'search_entries'
		];
		const all = await Promise.all(tables.map((table) => old.sql`select count(*)::int as n from ${old.sql(table)}`));
		return all.map(([row]) => Number(row?.n));
	};
	const before = await counts();
	await old.migrate();
	expect(await counts()).toEqual(before);

	const services = servicesOn(old.url);
	onTestFinished(() => services.close());
	const { db } = services;
	const [asIlze, asRui, asMarek, asStranger] = [
		person(ilze, here),
		person(rui, here),
		person(marek, here, 'lead'),
		person(stranger, elsewhere)
	];

	expect(await old.sql`select id, seq, network_id, kind, subject_id, audience from streams order by id`).toEqual(
		[
			{ id: stream, seq: '6', network_id: here, kind: 'meeting', subject_id: meeting, audience: [`network:${here}`] },
			{
				id: foreignStream,
				seq: '0',
				network_id: elsewhere,
				kind: 'meeting',
				subject_id: foreign,
				audience: [`network:${elsewhere}`]
			},
			{ id: `user:${ilze}`, seq: '2', network_id: null, kind: 'person', subject_id: ilze, audience: [`person:${ilze}`] }
		].sort((a, b) => (a.id < b.id ? -1 : 1))
	);
	expect((await meetingAt(db, asIlze, 'coimbra-2017')).theme).toBe('Theme of here');
	expect((await meetingAt(db, asStranger, 'coimbra-2017')).theme).toBe('Theme of elsewhere');

	const opened = await openThread(db, asIlze, { stream, locale: 'en', window: {} });
	expect(opened).toMatchObject({ read: 3, readState: { read: [[1, 3]], jumped: [] }, follow: 'all' });
	expect(
		opened.thread.posts.map(({ seq, root, revision, doc, hiddenAt, deletedAt }) => [seq, root, revision, doc, !!hiddenAt, !!deletedAt])
	).toEqual([
		[1, null, 2, saying('Better said'), false, false],
		[2, 1, 1, saying('An answer'), false, false],
		[4, null, 1, null, true, false],
		[5, null, 1, null, false, true],
		[6, null, 1, saying('The last word'), false, false]
	]);
	expect(opened.thread.posts[0]?.reactions).toMatchObject([{ kind: 'thanks', by: [{ id: ilze }] }]);
	expect((await hiddenTexts(db, asMarek, [ids[2]])).map(({ reason }) => reason)).toEqual(['Because']);
	expect((await earlierTexts(db, asIlze, await findPost(db, asIlze, { id: ids[0] }))).map(({ doc }) => doc)).toEqual([
		saying('Better said'),
		saying('Said first')
	]);

	expect(await countUnread(services, asIlze)).toEqual({ [stream]: [1, 6] });
	expect(await countUnread(services, asMarek)).toEqual({ [stream]: [3, 6] });
	expect(await countUnread(services, asRui)).toEqual({ [stream]: [0, 6] });
	expect(await countUnread(services, asStranger)).toEqual({});

	const { entries, waiting } = await openInbox(db, asIlze, { view: 'waiting' });
	const { entries: informing } = await openInbox(db, asIlze, { view: 'informing' });
	expect([waiting, entries.length, informing.length]).toEqual([1, 1, 1]);
	expect(Object.values(await cardsOf(db, asIlze, 'en', [...entries, ...informing])).map(({ href, item }) => [href, item.title])).toEqual(
		expect.arrayContaining([
			['/meetings/coimbra-2017/p/6', 'Theme of here'],
			['/meetings/coimbra-2017', 'Theme of here']
		])
	);
	expect(await followLevel(db, ilze, { kind: 'meeting', id: meeting })).toBe('all');
	const reads = async (reader: Person) => (await db.execute(sql`select from file_uses used where ${readableUse(reader)}`)).length;
	expect([await reads(asIlze), await reads(asStranger)]).toEqual([1, 0]);

	const again = { commandId: command, slug: 'coimbra-2017', doc: saying('The last word'), lang: 'en' };
	expect(await postMessageOrFormer(services, asRui, again)).toEqual({ id: command, seq: 6 });
	const edited = { commandId: edit, id: ids[0], revision: 1, doc: saying('Better said'), lang: 'en' };
	expect(await editPost(services, asRui, edited)).toEqual({ id: edit, seq: 1 });
	expect((await old.sql`select kind from kinds order by kind`).map(({ kind }) => String(kind))).toEqual([
		'city',
		'file',
		'meeting',
		'network',
		'person',
		'post',
		'something of a plug'
	]);
});

test('no row names a kind that nobody has told of', async ({ services }) => {
	const unknown = services.sql`insert into streams (id, kind, subject_id, audience) values ('x:1', 'unheard', ${randomUUID()}, '{}')`;
	await expect(unknown).rejects.toMatchObject({ constraint_name: 'streams_kind_kinds_kind_fk' });
});
