import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { askableFields } from '#lib/model/practices/fields.ts';
import { isTold } from '#lib/model/practices/values.ts';
import { practiceStream } from '#lib/model/practices/practice.ts';
import { authorize } from '../access/authorize.ts';
import { command, repeatable } from '../commands/command.ts';
import { practiceAsks, practiceBookmarks } from '../db/schema/practices.ts';
import { record } from '../events/record.ts';
import { Conflict, Invalid } from '../platform/errors.ts';
import { publishedToUse, revisionOf } from './find.ts';
import { field } from './settle-clash.ts';
import { tellCity } from './tell.ts';

/** A reader asks for what an entry does not tell yet; its city is told who asks. @throws NotFound, Forbidden, Invalid, Conflict */
export const askForField = command({
	name: 'practice.askForField',
	input: z.object({ id: z.uuid(), field }),
	async run(tx, context) {
		const { actor, input, now, recorded } = context;
		const row = await publishedToUse(tx, actor, input.id);
		const { id } = row;
		const by = authorize(actor, 'practice.ask', { network: row.networkId }).id;
		if (!askableFields.includes(input.field)) throw new Invalid([{ field: 'field', code: 'no_field' }]);
		if (isTold(await revisionOf(tx, id, row.publishedN ?? 0), input.field)) throw new Conflict('practice_told');
		await tx.insert(practiceAsks).values({ practiceId: id, field: input.field, personId: by, at: now }).onConflictDoNothing();
		const event = await record(tx, {
			stream: practiceStream(id),
			actorId: by,
			at: now,
			event: { name: 'practice.asked', payload: { id, field: input.field } }
		});
		recorded(event);
		await tellCity(tx, context, row, { seq: event.seq, kind: 'assignment', stream: practiceStream(id) });
		return { id, seq: event.seq };
	}
});

/** Keeps an entry among one's own bookmarks, or not. @throws NotFound, Forbidden */
export const bookmarkPractice = repeatable({
	input: z.object({ id: z.uuid(), on: z.boolean() }),
	run: ({ db, clock }, actor, { id, on }) =>
		db.transaction(async (tx) => {
			const row = await publishedToUse(tx, actor, id);
			const personId = authorize(actor, 'practice.ask', { network: row.networkId }).id;
			if (on) await tx.insert(practiceBookmarks).values({ personId, practiceId: id, at: clock.now() }).onConflictDoNothing();
			else
				await tx
					.delete(practiceBookmarks)
					.where(and(eq(practiceBookmarks.personId, personId), eq(practiceBookmarks.practiceId, id)));
			return null;
		})
});
