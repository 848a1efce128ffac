import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { publicationAnswers } from '#lib/model/adoptions/stages.ts';
import type { Recipient } from '../notifications/notify.ts';
import { command, type Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { adoptionAnswers, adoptions } from '../db/schema/adoptions.ts';
import { practicePublications } from '../db/schema/practices.ts';
import { finishTold } from '../notifications/finish-told.ts';
import { NotFound } from '../platform/errors.ts';
import type { PublicationFollower } from '../practices/followers.ts';
import { tellNetwork } from './tell-network.ts';
import { adoptionToChange, pairs, type AdoptionRow } from './find.ts';
import { sideOf } from './side.ts';
import { tellPair } from './tell.ts';

/** Who takes a practice over is told that it says something new, and asked what they make of it. */
export const tellAdopters: PublicationFollower = async (tx, context, { practice, publication, by }) => {
	const rows = await pairs(tx, and(eq(adoptions.practiceId, practice), sql`${adoptions.stage} is not null`, isNull(adoptions.stoppedAt)));
	for (const row of rows) {
		const { id } = row;
		// Of several revisions only the newest waits: the difference shows them all.
		await finishRevised(tx, context, row, { upTo: publication, by });
		const placed = await tellNetwork(tx, context, row, { by, event: { name: 'adoption.revised', payload: { id, publication } } });
		const people = await sideOf(tx, row, { partner: row.partnerId, now: context.now });
		const told = people.map((one): Recipient => ({ id: one, kind: 'assignment' }));
		await tellPair(tx, context, row, { stream: row.practiceStream, seq: placed.seq, by, people: told });
	}
};

async function finishRevised(
	tx: Transaction,
	{ now, recorded }: Pick<Context<unknown>, 'now' | 'recorded'>,
	{ id, practiceStream: stream }: AdoptionRow,
	{ upTo, by }: { upTo: number; by: string }
): Promise<void> {
	const rows = await tx.execute<{ seq: string }>(sql`
		select seq from events where stream = ${stream} and name = 'adoption.revised' and payload ->> 'id' = ${id}
			and (payload ->> 'publication')::int <= ${upTo}`);
	if (rows.length === 0) return;
	const seqs = rows.map(({ seq }) => Number(seq));
	(await finishTold(tx, { stream, events: ['adoption.revised'], seqs }, { actorId: by, now })).forEach(recorded);
}

/**
 * A city says what it makes of a publication: it has seen it, follows it, or stays with what it has. Nobody of the city is
 * asked any more. It can say otherwise later.
 * @throws NotFound where the practice was not published so often; Forbidden, Conflict `adoption_state`
 */
export const answerPublication = command({
	name: 'adoption.answer',
	input: z.object({ id: z.uuid(), publication: z.int().min(1), answer: z.enum(publicationAnswers) }),
	async run(tx, context) {
		const { actor, input, now: at } = context;
		const { row, person } = await adoptionToChange(tx, actor, input.id, 'adoption.write');
		const [id, by] = [row.id, person.id];
		const { publication, answer } = input;
		const [known] = await tx
			.select()
			.from(practicePublications)
			.where(and(eq(practicePublications.practiceId, row.practiceId), eq(practicePublications.number, publication)));
		if (!known) throw new NotFound();
		await tx
			.insert(adoptionAnswers)
			.values({ adoptionId: id, publication, answer, by, at })
			.onConflictDoUpdate({ target: [adoptionAnswers.adoptionId, adoptionAnswers.publication], set: { answer, by, at } });
		const payload = { id, publication, answer };
		const placed = await tellNetwork(tx, context, row, { by, event: { name: 'adoption.answered', payload } });
		await finishRevised(tx, context, row, { upTo: publication, by });
		return placed;
	}
});
