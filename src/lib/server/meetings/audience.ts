import { randomUUID } from 'node:crypto';
import { threadOfMeeting } from '#lib/model/meetings/thread-of-meeting.ts';
import type { Transaction } from '../db/client.ts';
import { openStream } from '../events/record.ts';

/** The groups that may know of a meeting and hear what is said in it. */
export function audienceOfMeeting(meeting: { network: string }): string[] {
	return [...threadOfMeeting(meeting).audience];
}

/** Makes the stream of a new meeting; says its name. */
export async function openMeetingStream(
	tx: Transaction,
	{ id = randomUUID(), network }: { id?: string; network: string }
): Promise<string> {
	const stream = `meeting:${id}`;
	await openStream(tx, { id: stream, network, kind: 'meeting', subjectId: id, audience: audienceOfMeeting({ network }) });
	return stream;
}
