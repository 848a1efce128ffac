import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { eq, inArray, like, or } from 'drizzle-orm';
import { pino } from 'pino';
import { parseConfig } from '#lib/server/platform/config.ts';
import { startEmbedded } from '#lib/server/db/embedded/index.ts';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { meetings } from '#lib/server/db/schema/meetings.ts';
import { posts } from '#lib/server/db/schema/threads.ts';
import { networks } from '#lib/server/db/schema/networks.ts';
import { setCountable } from '#lib/server/events/count.ts';
import { plugIn } from '#lib/server/boot/plug-in.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { writePost } from '#lib/server/threads/write-post.ts';
import { createServices, type Services } from '#lib/server/services.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import type { PostState } from '#lib/model/threads/posts.ts';
import { foremost } from '#lib/model/people/tags.ts';
import { actorOf, who } from './actors.ts';
import type { RunningServer } from './running-server.ts';
import { saying } from './saying.ts';

/** Beneath a running demo: its database, for what no page can bring about. */
export interface Ground {
	services: Services;
	close(): Promise<void>;
}

/** Opens the database of a running demo beside it. */
export async function groundOf({ dataDir }: RunningServer): Promise<Ground> {
	plugIn(serverNouns);
	const embedded = await startEmbedded({ dir: join(dataDir, 'postgres') });
	const services = createServices({
		config: parseConfig({ DATA_DIR: dataDir }),
		databaseUrl: embedded.url,
		log: pino({ level: 'silent' })
	});
	return {
		services,
		async close() {
			await services.close();
			await embedded.stop();
		}
	};
}

/** Somebody more, who signs in with the same password as the cast. */
export async function settle({ db }: Services, email: string, change: { suspended?: true; elsewhere?: true }): Promise<void> {
	const [officer] = await db.select().from(people).where(eq(people.email, who.officer));
	if (!officer) throw new Error('The demo has no officer');
	const [held] = await db.select().from(memberships).where(eq(memberships.personId, officer.id));
	if (!held) throw new Error('The officer holds no role');
	const id = randomUUID();
	await db.insert(people).values({ ...officer, id, email, name: email.split('@')[0] ?? email });
	const networkId = change.elsewhere ? await anotherNetwork(db) : held.networkId;
	const role = change.elsewhere ? { role: 'expert' as const, partnerId: null, expertKind: 'adhoc' as const } : {};
	await db.insert(memberships).values({ ...held, id: randomUUID(), personId: id, networkId, ...role });
}

export async function suspend({ db }: Services, email: string): Promise<void> {
	await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.email, email));
}

async function anotherNetwork(db: Services['db']): Promise<string> {
	const [network] = await db.select().from(networks);
	if (!network) throw new Error('The demo has no network');
	const id = randomUUID();
	await db.insert(networks).values({ ...network, id, slug: `another-${id.slice(0, 8)}`, name: 'Another network' });
	return id;
}

/** Somebody more, who is nobody's account: what stands to be done about them is all they are there for. */
export async function leaveMember(
	{ db }: Services,
	member: { role: 'officer' | 'expert' | 'lead'; suspended: boolean; elsewhere: boolean }
): Promise<{ id: string }> {
	const [officer] = await db.select().from(people).where(eq(people.email, who.officer));
	const [held] = await db
		.select()
		.from(memberships)
		.where(eq(memberships.personId, officer?.id ?? ''));
	if (!officer || !held) throw new Error('The demo has no officer');
	const id = randomUUID();
	const suspendedAt = member.suspended ? new Date() : null;
	await db.insert(people).values({ ...officer, id, email: `${id}${ofTheTable}`, name: 'For the table', passwordHash: null, suspendedAt });
	const role = member.role === 'expert' ? { partnerId: null, expertKind: 'adhoc' as const } : {};
	await db.insert(memberships).values({ ...held, id: randomUUID(), personId: id, role: member.role, ...role });
	if (member.elsewhere)
		await db.insert(memberships).values({ ...held, id: randomUUID(), personId: id, networkId: await anotherNetwork(db) });
	return { id };
}

const ofTheTable = '@table.example';

/** Takes other networks and the people of the table away again: a visitor's pages speak for the only network there is. */
export async function leaveElsewhere({ db }: Services): Promise<void> {
	const others = db.select({ id: networks.id }).from(networks).where(like(networks.slug, 'another-%'));
	const members = db
		.select({ id: people.id })
		.from(people)
		.where(like(people.email, `%${ofTheTable}`));
	await db.delete(memberships).where(or(inArray(memberships.networkId, others), inArray(memberships.personId, members)));
	await db.delete(networks).where(like(networks.slug, 'another-%'));
}

/** What this person says in a meeting, perhaps in answer to the post at a place. */
export async function leaveWords(
	services: Services,
	slug: string,
	email: string,
	words: string,
	replyTo: number | null = null
): Promise<{ id: string; seq: number }> {
	const author = await actorOf(services, email);
	return postInMeeting(services, author, { commandId: randomUUID(), slug, doc: saying(words), lang: 'en', replyTo });
}

/** What this person says in a meeting, in Markdown; who is addressed by it hears of it. */
export async function leaveMarkdown(services: Services, slug: string, email: string, text: string): Promise<{ id: string; seq: number }> {
	const author = await actorOf(services, email);
	return postInMeeting(services, author, { commandId: randomUUID(), slug, doc: fromMarkdown(text), lang: 'en' });
}

/** A post by this person, whatever they may do now; perhaps deleted or hidden since. */
export async function leavePost({ db }: Services, slug: string, email: string, state: PostState): Promise<{ id: string; seq: number }> {
	const author = await actorOf({ db, clock: { now: () => new Date() } }, email);
	const [meeting] = await db.select().from(meetings).where(eq(meetings.slug, slug));
	if (!meeting) throw new Error(`No meeting ${slug}`);
	const id = randomUUID();
	return db.transaction(async (tx) => {
		const { seq } = await writePost(tx, {
			id,
			stream: meeting.stream,
			author: tagOf(author),
			root: null,
			doc: saying('Left here'),
			lang: 'en',
			now: new Date()
		});
		if (state === 'deleted') await tx.update(posts).set({ doc: null, deletedAt: new Date() }).where(eq(posts.id, id));
		if (state === 'hidden') {
			await tx
				.update(posts)
				.set({ hiddenAt: new Date(), hiddenBy: author.id, hiddenReason: 'For the table' })
				.where(eq(posts.id, id));
		}
		if (state !== 'posted') await setCountable(tx, { stream: meeting.stream, seq }, false);
		return { id, seq };
	});
}

function tagOf(person: Person) {
	const held = foremost(person.memberships);
	if (!held) throw new Error(`${person.name} holds no role`);
	return { id: person.id, name: person.name, city: held.city, role: held.role, expertKind: held.expertKind };
}

/** This person has read all there is, so that a title counts only what comes. */
export async function readEverything(services: Services, email: string): Promise<void> {
	const actor = await actorOf(services, email);
	// Also where they have jumped over something, and nothing is unread.
	const streams = Object.keys(await countUnread(services, actor));
	await markRead(services, actor, { read: streams.map((stream) => ({ stream, seq: Number.MAX_SAFE_INTEGER })) });
}
