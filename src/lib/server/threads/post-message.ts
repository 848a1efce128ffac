import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { writingLanguages } from '#lib/i18n/locales.ts';
import { postSchema } from '#lib/model/documents/schema.ts';
import type { Envelope } from '#lib/model/events.ts';
import { authorize } from '../access/authorize.ts';
import { commandAtOnce, type AtOnce } from '../commands/command-at-once.ts';
import type { Database } from '../db/client.ts';
import { databaseRefusal } from '../db/refusal.ts';
import { posts } from '../db/schema/threads.ts';
import { Invalid } from '../platform/errors.ts';
import type { Services } from '../services.ts';
import { attachments, toAttach } from '../files/attach.ts';
import { tagIn } from '../access/tag-in.ts';
import { inPosts } from './files-in-posts.ts';
import { aboutPart, partKey } from './parts.ts';
import { recipientsOfPost } from './recipients-of-post.ts';
import { answeredBy, settleAnswered } from './settle-answered.ts';
import { threadAt } from './thread-at.ts';
import { withTrueMentions } from './true-mentions.ts';
import { wordsOrFiles } from './words-or-files.ts';
import { writeInTurn } from './write-in-turn.ts';

/** Language of a text. */
export const lang = z.string().refine((value) => Object.hasOwn(writingLanguages, value), 'unknown');

const seq = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/**
 * What is said: words, files, or both, perhaps in answer to the post of the number `replyTo`, or about a part of the subject.
 * What is left away stays away: repeated attempts are known by their input.
 */
export const sayingFields = { doc: postSchema, lang, replyTo: seq.nullable().default(null), files: attachments, about: partKey.optional() };

type Saying = z.output<z.ZodObject<typeof sayingFields>>;

/** Says something in a thread. */
export const postMessage = commandAtOnce({
	name: 'thread.postMessage',
	input: z.object({ stream: z.string().max(100), ...sayingFields }),
	run: (context) => say(context, context.input)
});

/**
 * Puts what is said at the end of a stream's thread.
 * @throws NotFound, Forbidden, Invalid
 */
export async function say(
	{ actor, commandId, now, logged, services }: Omit<AtOnce<unknown>, 'input'>,
	{ stream, doc, lang, replyTo, files, about }: Saying & { stream: string }
): Promise<Envelope> {
	const { db } = services;
	wordsOrFiles(doc, files);
	const thread = await threadAt(db, actor, stream);
	const person = authorize(actor, 'thread.speak', { subject: thread });
	const author = tagIn(person, thread.network);
	if (about !== undefined) await aboutPart(db, thread, { about, replyTo });
	const root = replyTo === null ? null : await discussionOf(db, stream, replyTo);
	const said = await withTrueMentions(db, { doc, thread, now });
	const answers = replyTo === null || root === null ? null : { seq: replyTo, root };
	const [notify, answered] = await Promise.all([
		recipientsOfPost(db, { thread, author, doc: said, answers, now }),
		answeredBy(db, { stream, author, root, doc: said })
	]);
	const beside = notify ? { command: logged, notify } : { command: logged };
	const post = { id: commandId, stream, author, root, doc: said, about, lang, now, beside };
	const event = files?.length
		? await withFiles(services, { ...post, network: thread.network, files })
		: await writeInTurn(services)(post);
	await settleAnswered(services, person.id, answered);
	return event;
}

async function withFiles(
	services: Services,
	{
		network,
		files,
		...post
	}: Omit<Parameters<ReturnType<typeof writeInTurn>>[0], 'files'> & {
		network: string;
		files: NonNullable<Saying['files']>;
	}
): Promise<Envelope> {
	const holder = { kind: inPosts, id: post.id };
	const most = services.config.files.perPost;
	const attached = await toAttach(services.db, { files, ownerId: post.author.id, network, holder, most });
	return writeInTurn(services)({ ...post, files: attached }).catch(goneMeanwhile);
}

/** A file was taken away between being looked up and being posted. */
function goneMeanwhile(error: unknown): never {
	if (databaseRefusal(error) === '23503') throw new Invalid([{ field: 'files', code: 'gone' }]);
	throw error;
}

/** The number of the post with which the discussion began to which the post at `seq` belongs. @throws Invalid when there is no such post */
async function discussionOf(db: Database, stream: string, seq: number): Promise<number> {
	const [post] = await db
		.select({ root: posts.root })
		.from(posts)
		.where(and(eq(posts.stream, stream), eq(posts.seq, seq)));
	if (!post) throw new Invalid([{ field: 'replyTo', code: 'unknown' }]);
	return post.root ?? seq;
}
