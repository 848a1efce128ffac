import { z } from 'zod';
import { adoptionLimits } from '#lib/model/adoptions/stages.ts';
import { textLength } from '#lib/model/documents/limits.ts';
import { tagIn } from '../access/tag-in.ts';
import { command } from '../commands/command.ts';
import { followersNow } from '../notifications/follow.ts';
import type { Recipient } from '../notifications/notify.ts';
import { lang, sayingFields } from '../threads/post-message.ts';
import { directRecipients } from '../threads/recipients-of-post.ts';
import { threadToChange } from '../threads/thread-at.ts';
import { withTrueMentions } from '../threads/true-mentions.ts';
import { wordsOrFiles } from '../threads/words-or-files.ts';
import { writePost } from '../threads/write-post.ts';
import { mentionsIn } from '#lib/model/documents/mentions.ts';
import { lookAfter, pairOf, practiceToAdopt } from './pair.ts';
import { itemOfPair } from './quiet.ts';
import { sideOf } from './side.ts';
import { tellPair } from './tell.ts';

/**
 * A city asks the one whose practice it is. To ask is to take nothing over: where there is no adoption yet, only the two
 * cities, the leads and the experts learn of it.
 * @throws NotFound, Forbidden, Invalid, Conflict `practice_state`
 */
export const askOwner = command({
	name: 'adoption.ask',
	input: z.object({
		id: z.uuid(),
		city: z.string().max(20),
		doc: sayingFields.doc.refine((doc) => textLength(doc) <= adoptionLimits.question, 'too_long'),
		lang
	}),
	async run(tx, context) {
		const { actor, commandId, input, now, recorded } = context;
		const { practice, person } = await practiceToAdopt(tx, actor, input);
		wordsOrFiles(input.doc, undefined);
		const row = await pairOf(tx, context, { practice, city: input.city, by: person.id });
		await lookAfter(tx, context, row, { partner: row.partnerId, people: [person.id] });
		const thread = await threadToChange(tx, actor, row.stream);
		const doc = await withTrueMentions(tx, { doc: input.doc, thread, now });
		const post = {
			id: commandId,
			stream: row.stream,
			author: tagIn(person, practice.networkId),
			root: null,
			doc,
			lang: input.lang,
			now
		};
		const event = await writePost(tx, post);
		recorded(event);
		const asked = await sideOf(tx, row, { partner: row.ownerId, now });
		const along = await followersNow(tx, itemOfPair(row.id));
		const people = [
			...asked.map((id): Recipient => ({ id, kind: 'assignment' })),
			...along.map((id): Recipient => ({ id, kind: 'follow' })),
			...(await directRecipients(tx, { thread, mentions: mentionsIn(doc), answers: null, now }))
		];
		await tellPair(tx, context, row, { stream: row.stream, seq: event.seq, by: person.id, people });
		return { id: row.id, seq: event.seq };
	}
});
