import { and, eq } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { mintBlockId, withBlockIds } from '#lib/model/documents/section-ids.ts';
import { mergeSections } from '#lib/model/documents/section-merge.ts';
import { normalizeSection } from '#lib/model/documents/section-normalize.ts';
import { keptApart, mergeWords, type MergedSectionWords } from '#lib/model/plans/merge-words.ts';
import { can } from '#lib/model/policy.ts';
import type { SectionWords } from '#lib/model/plans/section.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { plans } from '../../db/schema/plans.ts';
import { ComputingFailed, type Computation } from '../../platform/computing.ts';
import type { Services } from '../../services.ts';
import { selectPlans } from '../find.ts';
import { visiblePlans } from '../visible.ts';
import { sectionRevisionUpTo, sectionAt, sectionNow } from './find.ts';

/** What somebody sends of a section, and the revision from which they began. */
export interface SentSection {
	id: string;
	base: number;
	title?: string | undefined;
	lang?: string | undefined;
	doc?: SectionDoc | undefined;
}

/** What a section would say after a save. */
export interface PreparedSave extends MergedSectionWords {
	/** The revision onto which it was merged, and what that says. */
	n: number;
	standing: SectionWords;
	/** What the writer sent, as a whole. */
	written: SectionWords;
}

const merging: Computation = { module: 'plans/merge-words.ts', name: 'mergeWords' };
const choosing: Computation = { module: 'documents/section-merge.ts', name: 'mergeSections' };
/** Characters of blocks that either side changed, and of all three versions, up to which a merge takes a few milliseconds. */
const short = { changed: 6_000, whole: 250_000 };

/** What a writer sent, over what they began from. Two blocks may share an id where one was copied: the first keeps it. */
export function writtenOver({ title, lang, doc }: Omit<SentSection, 'id' | 'base'>, on: SectionWords): SectionWords {
	return {
		title: title ?? on.title,
		lang: lang ?? on.lang,
		doc: doc ? normalizeSection(withBlockIds(doc, mintBlockId, on.doc)) : on.doc
	};
}

/**
 * A save merged into the newest revision, before it is known whether that stands when it is written; null where there is nothing
 * to merge, or for who may not write there.
 */
export async function preparedSave(services: Services, actor: Actor, sent: SentSection): Promise<PreparedSave | null> {
	const { db } = services;
	const section = await sectionNow(db, sent.id);
	if (!section || sent.base >= section.n) return null;
	const [plan] = await selectPlans(db, and(eq(plans.id, section.planId), visiblePlans(actor)));
	if (!plan || !can(actor, 'section.write', { network: plan.networkId, city: plan.city, writers: section.writers })) return null;
	return mergedOnto(db, services, sent, section.n);
}

/** A save merged into a revision, in another thread where it would hold up everybody. @throws NotFound */
export async function mergedOnto(db: Database | Transaction, services: Services, sent: SentSection, n: number): Promise<PreparedSave> {
	const [base, standing] = [await sectionRevisionUpTo(db, sent.id, sent.base), await sectionAt(db, sent.id, n)];
	const written = writtenOver(sent, base.words);
	// What it was made from was thinned: what is left is near to it.
	const by = base.n === sent.base ? 'words' : 'blocks';
	return { n, standing, written, ...(await merged(services, base.words, written, standing, by)) };
}

/** What was written, merged in another thread where it would hold up everybody. */
export async function merged(
	{ computing, log }: Services,
	base: SectionWords,
	written: SectionWords,
	standing: SectionWords,
	by: 'words' | 'blocks' = 'words'
): Promise<MergedSectionWords> {
	if (!isLong(base.doc, written.doc, standing.doc)) return mergeWords(base, written, standing, by);
	try {
		return await computing.run<typeof mergeWords>(merging, base, written, standing, by);
	} catch (err) {
		if (!(err instanceof ComputingFailed)) throw err;
		log.error({ err }, 'a section could not be merged');
		return keptApart(base, written, standing);
	}
}

/**
 * What a section says where one side of a clash is chosen, with what was written since both met.
 * @throws ComputingFailed where that cannot be found out; nothing is chosen then
 */
export async function chosenSide(services: Services, met: SectionDoc, mine: SectionDoc, standing: SectionDoc): Promise<SectionDoc> {
	const wins = { wins: 'mine' } as const;
	if (!isLong(met, mine, standing)) return mergeSections(met, mine, standing, wins).doc;
	return (await services.computing.run<typeof mergeSections>(choosing, met, mine, standing, wins)).doc;
}

/** Whether merging would hold up everybody: by what changed, and by how much there is. */
function isLong(base: SectionDoc, ...sides: SectionDoc[]): boolean {
	const before = base.content.map((block) => JSON.stringify(block));
	const known = new Set(before);
	let whole = before.reduce((sum, { length }) => sum + length, 0);
	let changed = 0;
	for (const side of sides)
		for (const block of side.content) {
			const said = JSON.stringify(block);
			whole += said.length;
			if (!known.has(said)) changed += said.length;
		}
	return changed > short.changed || whole > short.whole;
}
