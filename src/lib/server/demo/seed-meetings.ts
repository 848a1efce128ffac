import { randomUUID } from 'node:crypto';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import type { Transaction } from '../db/client.ts';
import { meetings } from '../db/schema/meetings.ts';
import { openStream } from '../events/record.ts';
import { writePost } from '../meetings/write-post.ts';
import { cast } from './cast.ts';
import { cities } from './cities.ts';
import { idOf } from './id-of.ts';
import { followUp, heldMeetings, type DemoMeeting } from './meetings.ts';
import { coimbraPosts, followUpPosts, type DemoPost } from './posts.ts';

interface Ground {
	networkId: string;
	cityIds: Map<string, string>;
	personIds: Map<string, string>;
	now: Date;
}

export async function seedMeetings(tx: Transaction, ground: Ground): Promise<void> {
	const ahead = followUp(ground.now);
	const talks = new Map([
		['coimbra-2017', coimbraPosts],
		[ahead.slug, followUpPosts]
	]);
	for (const meeting of [...heldMeetings, ahead]) {
		const place = await seedMeeting(tx, ground, meeting);
		for (const post of talks.get(meeting.slug) ?? []) await seedPost(tx, ground, place, post);
	}
}

async function seedMeeting(
	tx: Transaction,
	{ networkId, cityIds }: Ground,
	{ host, ...meeting }: DemoMeeting
): Promise<{ id: string; stream: string }> {
	const id = randomUUID();
	const stream = `meeting:${id}`;
	await openStream(tx, stream);
	await tx.insert(meetings).values({
		...meeting,
		id,
		networkId,
		hostId: idOf(cityIds, host),
		timeZone: zoneOf(host),
		stream
	});
	return { id, stream };
}

async function seedPost(
	tx: Transaction,
	{ personIds, now }: Ground,
	meeting: { id: string; stream: string },
	{ by, lang, text, at }: DemoPost
): Promise<void> {
	const author = cast.find(({ email }) => email.startsWith(`${by}@`));
	if (!author) throw new Error(`The demo knows no ${by}`);
	const { name, city, role, expertKind } = author;
	await writePost(tx, {
		id: randomUUID(),
		meeting,
		author: { id: idOf(personIds, author.email), name, city, role, expertKind },
		root: null,
		doc: fromMarkdown(text),
		lang,
		now: typeof at === 'string' ? new Date(at) : daysBefore(now, at)
	});
}

function zoneOf(city: string): string {
	return cities.find(({ code }) => code === city)?.timeZone ?? 'Etc/UTC';
}

function daysBefore(now: Date, { daysBefore, time }: { daysBefore: number; time: string }): Date {
	const day = new Date(now.getTime() - daysBefore * 86_400_000).toISOString().slice(0, 10);
	return new Date(`${day}T${time}:00Z`);
}
