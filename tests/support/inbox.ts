import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { cityMention, personMention } from '#lib/model/documents/mentions.ts';
import type { NotificationKind } from '#lib/model/notifications/kinds.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { editPost } from '#lib/server/threads/change-post.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import type { Services } from '#lib/server/services.ts';
import type { TestServices } from './database.ts';

/** How people address each other in Markdown. */
export const mention = ({ id, name }: Person) => `[@${name}](${personMention(id)})`;
export const coimbra = `[@Coimbra](${cityMention('co')})`;

export interface NotifiedPost {
	id: string;
	seq: number;
}

/** Somebody writes in a meeting, and everybody addressed has it in their inbox. */
export async function says(
	services: TestServices,
	slug: string,
	author: Person,
	text: string,
	replyTo: number | null = null
): Promise<NotifiedPost> {
	services.clock.advance(60);
	const said = await postInMeeting(services, author, { commandId: randomUUID(), slug, doc: fromMarkdown(text), lang: 'en', replyTo });
	await deliveryOf(services).due();
	return said;
}

/** Puts another text in the place of the one there was. */
export async function edits(services: TestServices, author: Person, { id }: NotifiedPost, revision: number, text: string): Promise<void> {
	services.clock.advance(60);
	await editPost(services, author, { commandId: randomUUID(), id, revision, doc: fromMarkdown(text), lang: 'en' });
	await deliveryOf(services).due();
}

/** What waits for somebody, the newest first: of which place, and why. */
export async function waitsFor({ db }: Services, person: Person): Promise<[number, NotificationKind][]> {
	const { entries } = await openInbox(db, person, { view: 'waiting' });
	return entries.map(({ seq, kind }) => [seq, kind]);
}

/** Everything that somebody is told of and has not done with, whether it waits or informs, the newest first. */
export async function toldTo({ db }: Services, person: Person): Promise<[number, NotificationKind][]> {
	const views = await Promise.all((['waiting', 'informing'] as const).map((view) => openInbox(db, person, { view })));
	const entries = views.flatMap((one) => one.entries).sort((a, b) => b.arrived - a.arrived);
	return entries.map(({ seq, kind }) => [seq, kind]);
}

/** The beginnings of what waits for somebody, as far as they may read it. */
export async function excerptsFor({ db }: Services, person: Person): Promise<(string | null)[]> {
	const { entries } = await openInbox(db, person, { view: 'waiting' });
	const cards = await cardsOf(db, person, 'en', entries);
	return entries.map(({ id }) => cards[id]?.excerpt?.text ?? null);
}
