import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { jsonInOrder } from '#lib/model/in-order.ts';
import type { SavedSection } from '#lib/model/plans/commands.ts';
import { command } from '../../commands/command.ts';
import { sectionClashes } from '../../db/schema/plan-sections.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import { sectionAt, sectionToWrite } from './find.ts';
import { someWords } from './input.ts';
import { keepSection } from './keep.ts';
import { mergedOnto, preparedSave, writtenOver } from './merging.ts';
import { keepAside, noteOwnSide, ownSide } from './sides.ts';

const which = z.object({ id: z.uuid() });
const revision = z.int().min(1);

/**
 * Keeps what somebody wrote in a section since the revision that they began from; what others wrote meanwhile stays. Where both
 * changed the same words, what stands stays and the other side is kept beside it until one is chosen. Two sides may together be
 * longer than one save may be, up to twice as long (see `mergeWords`).
 * @throws NotFound, Forbidden, Invalid
 */
export const saveSection = command({
	name: 'section.save',
	input: which.extend({ base: revision, ...someWords }),
	prepare: preparedSave,
	async run(tx, context, ready): Promise<SavedSection> {
		const { services, input } = context;
		const { id, base: from } = input;
		const { section, plan, by } = await sectionToWrite(tx, context.actor, id);
		if (from >= section.n) {
			const standing = await sectionAt(tx, id, section.n);
			const words = writtenOver(input, standing);
			const kept = await keepSection(tx, context, { section, plan, by, standing, words, base: section.n });
			return { ...kept, merged: false, clashes: false };
		}
		// Where another save came between, it is merged once more; from here on none can.
		const { standing, written, words, aside } = ready?.n === section.n ? ready : await mergedOnto(tx, services, input, section.n);
		const kept = await keepSection(tx, context, { section, plan, by, standing, words, base: from });
		const told = { merged: jsonInOrder(words) !== jsonInOrder(written), clashes: aside !== null };
		if (!aside) return { ...kept, ...told };
		return { ...(await keepAside(tx, context, { section, plan, by, standing: words, kept, side: aside })), ...told };
	}
});

/**
 * Chooses one side of a clash of one's own. The side that is not chosen stays in the history, as a revision.
 * @throws NotFound, Forbidden
 */
export const settleSection = command({
	name: 'section.settle',
	input: which.extend({ keep: z.enum(['mine', 'theirs']) }),
	async run(tx, context): Promise<SavedSection> {
		const { id, keep } = context.input;
		const { section, plan, by } = await sectionToWrite(tx, context.actor, id);
		const [clash] = await tx
			.delete(sectionClashes)
			.where(and(eq(sectionClashes.sectionId, id), eq(sectionClashes.authorId, by)))
			.returning();
		if (!clash) throw new NotFound();
		const standing = await sectionAt(tx, id, section.n);
		const own = await ownSide(tx, context.services, clash, standing);
		const chosen = { section, plan, by, standing, own };
		if (keep === 'theirs') return { ...(await noteOwnSide(tx, context, chosen)), merged: true, clashes: false };
		const settled = await keepSection(tx, context, { section, plan, by, standing, words: own, base: section.n });
		return { ...settled, merged: true, clashes: false };
	}
});

/** The section says again what an older revision said; what it says now stays in its history. @throws NotFound, Forbidden, Conflict */
export const takeBackSection = command({
	name: 'section.takeBack',
	input: which.extend({ n: revision }),
	async run(tx, context): Promise<SavedSection> {
		const { id, n } = context.input;
		const { section, plan, by } = await sectionToWrite(tx, context.actor, id);
		if (n >= section.n) throw new Conflict('section_says_so', section.n);
		const standing = await sectionAt(tx, id, section.n);
		const words = await sectionAt(tx, id, n);
		const kept = await keepSection(tx, context, { section, plan, by, standing, words, base: section.n, takenBack: n });
		return { ...kept, merged: false, clashes: false };
	}
});
