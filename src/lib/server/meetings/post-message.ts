import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { writingLanguages } from '#lib/i18n/locales.ts';
import { postSchema } from '#lib/model/documents/schema.ts';
import { authorize } from '../access/authorize.ts';
import { commandAtOnce } from '../commands/command-at-once.ts';
import type { Database } from '../db/client.ts';
import { refusal } from '../db/refusal.ts';
import { posts } from '../db/schema/meetings.ts';
import { Invalid } from '../platform/errors.ts';
import { attachments, toAttach } from '../files/attach.ts';
import { tagIn } from '../access/tag-in.ts';
import { recipientsOfPost } from './recipients-of-post.ts';
import { inPosts } from './files-in-posts.ts';
import { meetingAt } from './queries.ts';
import { withTrueMentions } from './true-mentions.ts';
import { wordsOrFiles } from './words-or-files.ts';
import { writeInTurn } from './write-in-turn.ts';

/** Language of a text. */
export const lang = z.string().refine((value) => Object.hasOwn(writingLanguages, value), 'unknown');

/** Place of a post in its thread. */
const place = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Says something in a meeting's thread, or in answer to the post at the place `replyTo`: words, files, or both. */
export const postMessage = commandAtOnce({
	name: 'meeting.postMessage',
	input: z.object({ slug: z.string().max(200), doc: postSchema, lang, replyTo: place.nullable().default(null), files: attachments }),
	async run({ actor, commandId, input: { slug, doc, lang, replyTo, files }, now, logged, services }) {
		const { db } = services;
		wordsOrFiles(doc, files);
		const meeting = await meetingAt(db, actor, slug);
		const person = authorize(actor, 'meeting.post', meeting);
		const author = tagIn(person, meeting.network);
		const root = replyTo === null ? null : await discussionOf(db, meeting.id, replyTo);
		const said = await withTrueMentions(db, { doc, network: meeting.network, now });
		const answers = replyTo === null || root === null ? null : { seq: replyTo, root };
		const notify = await recipientsOfPost(db, { meeting, author, doc: said, answers, now });
		const beside = notify ? { command: logged, notify } : { command: logged };
		const post = { id: commandId, meeting, author, root, doc: said, lang, now, beside };
		if (!files?.length) return writeInTurn(services)(post);
		const holder = { kind: inPosts, id: commandId };
		const attached = await toAttach(db, {
			files,
			ownerId: person.id,
			network: meeting.network,
			holder,
			most: services.config.files.perPost
		});
		return writeInTurn(services)({ ...post, files: attached }).catch(goneMeanwhile);
	}
});

/** A file was taken away between being looked up and being posted. */
function goneMeanwhile(error: unknown): never {
	if (refusal(error) === '23503') throw new Invalid([{ field: 'files', code: 'gone' }]);
	throw error;
}

/** The place where the discussion began to which the post at `seq` belongs. @throws Invalid when there is no such post */
async function discussionOf(db: Database, meetingId: string, seq: number): Promise<number> {
	const [post] = await db
		.select({ root: posts.root })
		.from(posts)
		.where(and(eq(posts.meetingId, meetingId), eq(posts.seq, seq)));
	if (!post) throw new Invalid([{ field: 'replyTo', code: 'unknown' }]);
	return post.root ?? seq;
}
