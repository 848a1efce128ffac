import { randomUUID } from 'node:crypto';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { mentionsIn, personMention } from '#lib/model/documents/mentions.ts';
import type { Envelope } from '#lib/model/events.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { notify } from '../notifications/notify.ts';
import type { Transaction } from '../db/client.ts';
import { meetings } from '../db/schema/meetings.ts';
import { openMeetingStream } from '../meetings/audience.ts';
import { directRecipients } from '../threads/recipients-of-post.ts';
import { writePost } from '../threads/write-post.ts';
import { cast, type CastMember } from './cast.ts';
import { demoCities } from './cities.ts';
import { idOf } from './id-of.ts';
import { followUp, heldMeetings, type DemoMeeting } from './meetings.ts';
import { coimbraPosts, followUpPosts, type DemoPost } from './posts.ts';
import type { DemoFiles } from './seed-files.ts';

interface Place {
	id: string;
	stream: string;
	network: string;
}

interface Ground {
	networkId: string;
	cityIds: Map<string, string>;
	personIds: Map<string, string>;
	now: Date;
	/** Null where the demo is to have none. */
	files: DemoFiles | null;
}

export async function seedMeetings(tx: Transaction, ground: Ground): Promise<void> {
	const ahead = followUp(ground.now);
	const talks = new Map([
		['coimbra-2017', coimbraPosts],
		[ahead.slug, followUpPosts]
	]);
	for (const meeting of [...heldMeetings, ahead]) {
		const place = await seedMeeting(tx, ground, meeting);
		const said: Envelope[] = [];
		for (const post of talks.get(meeting.slug) ?? []) said.push(await seedPost(tx, ground, place, post, said));
	}
}

async function seedMeeting(tx: Transaction, { networkId, cityIds }: Ground, { host, ...meeting }: DemoMeeting): Promise<Place> {
	const id = randomUUID();
	const stream = await openMeetingStream(tx, { id, network: networkId });
	await tx.insert(meetings).values({
		...meeting,
		id,
		networkId,
		hostId: idOf(cityIds, host),
		timeZone: zoneOf(host),
		stream
	});
	return { id, stream, network: networkId };
}

async function seedPost(
	tx: Transaction,
	{ personIds, cityIds, now, files }: Ground,
	meeting: Place,
	{ by, lang, text, at, answers, files: beside = [] }: DemoPost,
	said: Envelope[]
): Promise<Envelope> {
	const { name, email, city, role, expertKind } = called(by);
	const authorId = idOf(personIds, email);
	const root = answers === undefined ? null : (said[answers]?.seq ?? null);
	const doc = fromMarkdown(
		text.replace(/\(person:([a-z.]+)\)/g, (_, person: string) => `(${personMention(idOf(personIds, called(person).email))})`)
	);
	const when = typeof at === 'string' ? new Date(at) : daysBefore(now, at);
	const attached: AttachedFile[] = [];
	const owner = { ownerId: authorId, networkId: meeting.network, partnerId: city === null ? null : idOf(cityIds, city), at: when };
	if (files) for (const file of beside) attached.push(await files.keep(tx, file, owner));
	const post = await writePost(tx, {
		id: randomUUID(),
		stream: meeting.stream,
		author: { id: authorId, name, city, role, expertKind },
		root,
		doc,
		lang,
		now: when,
		...(attached.length > 0 && { files: attached })
	});
	const item = { kind: 'meeting', id: meeting.id };
	const people = await directRecipients(tx, {
		thread: { ...meeting, ...item, subjectId: meeting.id },
		mentions: mentionsIn(doc),
		answers: root === null ? null : { seq: root, root },
		now: when
	});
	await notify(tx, { network: meeting.network, item, stream: meeting.stream, seq: post.seq, actor: authorId, at: when, people });
	return post;
}

/** The one of the cast whose address begins so. */
function called(person: string): CastMember {
	const found = cast.find(({ email }) => email.startsWith(`${person}@`));
	if (!found) throw new Error(`The demo knows no ${person}`);
	return found;
}

function zoneOf(city: string): string {
	return demoCities.find(({ code }) => code === city)?.timeZone ?? 'Etc/UTC';
}

function daysBefore(now: Date, { daysBefore, time }: { daysBefore: number; time: string }): Date {
	const day = new Date(now.getTime() - daysBefore * 86_400_000).toISOString().slice(0, 10);
	return new Date(`${day}T${time}:00Z`);
}
