import { count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { neededFields } from '#lib/model/practices/fields.ts';
import { audienceOfPractice, practiceStream } from '#lib/model/practices/practice.ts';
import { isTold } from '#lib/model/practices/values.ts';
import { slugOf } from '#lib/model/slug.ts';
import { authorize } from '../access/authorize.ts';
import { command, type Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { practicePublications, practices } from '../db/schema/practices.ts';
import { openStream, record } from '../events/record.ts';
import { Conflict, Invalid } from '../platform/errors.ts';
import { writeFacets } from './facets.ts';
import { holdPublishedFiles } from './files.ts';
import { practiceToChange, revisionOf, type PracticeRow } from './find.ts';
import { publicationFollowers } from './followers.ts';
import { tellAskers } from './tell.ts';

/** What everybody reads is this revision from now on. */
export async function publish(
	tx: Transaction,
	context: Pick<Context<unknown>, 'now' | 'recorded' | 'afterwards' | 'services'>,
	{ row, n, by }: { row: PracticeRow; n: number; by: string }
): Promise<{ id: string; seq: number }> {
	const { now, recorded } = context;
	const { id, networkId: network } = row;
	const values = await revisionOf(tx, id, n);
	const stream = practiceStream(id);
	if (row.stream === null) {
		await openStream(tx, { id: stream, network, kind: 'practice', subjectId: id, audience: audienceOfPractice({ network }) });
	}
	const [before] = await tx.select({ times: count() }).from(practicePublications).where(eq(practicePublications.practiceId, id));
	const publication = (before?.times ?? 0) + 1;
	await tx.insert(practicePublications).values({ practiceId: id, number: publication, n, by, at: now });
	const publishedAt = row.publishedAt ?? now;
	await tx
		.update(practices)
		.set({ stream, publishedN: n, publishedAt, changedAt: now, slug: slugOf(values.title), state: 'published' })
		.where(eq(practices.id, id));
	await holdPublishedFiles(tx, { id, network, values, ownerId: by, at: now });
	await writeFacets(tx, { ...row, publishedAt, changedAt: now }, values);
	const event = await record(tx, {
		stream,
		actorId: by,
		at: now,
		event: { name: 'practice.published', payload: { id, publication } }
	});
	recorded(event);
	await tellAskers(tx, context, { row, values, by });
	for (const follow of publicationFollowers.get()) await follow(tx, context, { practice: id, stream, publication, by });
	return { id, seq: event.seq };
}

/**
 * The city publishes what it changed in a published entry. `n` is the revision that it saw.
 * @throws NotFound, Forbidden, Conflict `practice_state`, `practice_changed`; Invalid `needed`
 */
export const publishChanges = command({
	name: 'practice.publishChanges',
	input: z.object({ id: z.uuid(), n: z.int().min(1) }),
	async run(tx, context) {
		const { actor, input } = context;
		const row = await practiceToChange(tx, actor, input.id);
		const by = authorize(actor, 'practice.write', { network: row.networkId, city: row.city }).id;
		if (row.state !== 'published') throw new Conflict('practice_state', row.state);
		if (input.n !== row.draftN) throw new Conflict('practice_changed', row.draftN);
		const values = await revisionOf(tx, row.id, row.draftN);
		const missing = neededFields.filter((field) => !isTold(values, field));
		if (missing.length > 0) throw new Invalid(missing.map((field) => ({ field, code: 'needed' })));
		if (row.draftN === row.publishedN) throw new Conflict('practice_unchanged');
		return publish(tx, context, { row, n: row.draftN, by });
	}
});
