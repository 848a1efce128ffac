import { eq } from 'drizzle-orm';
import type { Placed } from '#lib/model/command.ts';
import { jsonInOrder } from '#lib/model/in-order.ts';
import type { SectionWords } from '#lib/model/plans/section.ts';
import { streamOfPlan } from '#lib/model/plans/plan.ts';
import type { Context } from '../../commands/command.ts';
import type { Transaction } from '../../db/client.ts';
import { planSections, sectionRevisions } from '../../db/schema/plan-sections.ts';
import { heardUpTo } from '../../events/heard-up-to.ts';
import { planHead, type FoundPlan } from '../find.ts';
import { holdPlanFiles } from '../files.ts';
import { tellOfPlan } from '../tell.ts';
import type { FoundSection } from './find.ts';
import { wordsIn } from './words.ts';

/** Bytes of blocks that still travel with the event of a save; of larger ones readers fetch the revision. */
const travelling = 12_000;

interface Kept {
	section: FoundSection;
	plan: FoundPlan;
	by: string;
	standing: SectionWords;
	words: SectionWords;
	/** The revision that it was made from. */
	base: number;
	/** The older revision whose words come back. */
	takenBack?: number;
}

/** Writes a revision of a section, if it says something else than the one before; else nothing is recorded. */
export async function keepSection(
	tx: Transaction,
	context: Pick<Context<unknown>, 'now' | 'recorded'>,
	{ section, plan, by, standing, words, base, takenBack }: Kept
): Promise<Placed & { n: number }> {
	const { id } = section;
	if (jsonInOrder(standing) === jsonInOrder(words)) {
		return { id, seq: (await heardUpTo(tx, streamOfPlan(planHead(plan)))).seq, n: section.n };
	}
	const n = section.n + 1;
	const length = wordsIn(words.doc);
	await holdPlanFiles(tx, { plan, by, at: context.now, doc: words.doc, before: standing.doc, known: takenBack !== undefined });
	await tx.insert(sectionRevisions).values({ sectionId: id, n, ...words, authorId: by, at: context.now, takenBack: takenBack ?? null });
	await tx.update(planSections).set({ n, length, changedAt: context.now }).where(eq(planSections.id, id));
	const { lang, doc } = words;
	// Of what a lead took out of sight no event carries a word.
	const hidden = section.hiddenAt !== null;
	const title = hidden ? '' : words.title;
	const blocks = !hidden && Buffer.byteLength(JSON.stringify(doc.content)) <= travelling ? doc.content : null;
	const payload = { id, revision: n, base, title, lang, length, blocks, ...(takenBack !== undefined && { takenBack }) };
	return { ...(await tellOfPlan(tx, context, { plan, by, id, event: { name: 'section.saved', payload } })), n };
}
