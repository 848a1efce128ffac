import type { Doc } from '#lib/model/documents/doc.ts';
import type { PersonTag } from '#lib/model/tags.ts';
import type { Transaction } from '../db/client.ts';
import { postRevisions, posts } from '../db/schema/meetings.ts';
import { record, type Recorded } from '../events/record.ts';

interface Writing {
	id: string;
	meeting: { id: string; stream: string };
	author: PersonTag;
	doc: Doc;
	lang: string;
	now: Date;
}

/** Puts a post at the end of a meeting's thread, with its event and its first revision. */
export async function writePost(
	tx: Transaction,
	{ id, meeting, author, doc, lang, now }: Writing
): Promise<Recorded> {
	const at = now.toISOString();
	const recorded = await record(tx, {
		stream: meeting.stream,
		actorId: author.id,
		at: now,
		event: {
			name: 'post.posted',
			payload: { id, author, at, lang, revision: 1, editedAt: null, deletedAt: null, doc }
		}
	});
	await tx.insert(posts).values({
		id,
		meetingId: meeting.id,
		seq: recorded.seq,
		authorId: author.id,
		authorRole: author.role,
		authorCity: author.city,
		authorExpertKind: author.expertKind,
		postedAt: now,
		lang,
		doc
	});
	await tx
		.insert(postRevisions)
		.values({ postId: id, n: 1, seq: recorded.seq, lang, doc, at: now });
	return recorded;
}
