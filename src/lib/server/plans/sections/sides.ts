import { and, eq } from 'drizzle-orm';
import type { Placed } from '#lib/model/command.ts';
import type { SectionWords } from '#lib/model/plans/section.ts';
import type { Context } from '../../commands/command.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { sectionClashes } from '../../db/schema/plan-sections.ts';
import type { Services } from '../../services.ts';
import type { FoundPlan } from '../find.ts';
import { sectionUpTo, type FoundSection } from './find.ts';
import { keepSection } from './keep.ts';
import { chosenSide, merged } from './merging.ts';

type Clash = Pick<typeof sectionClashes.$inferSelect, 'sectionId' | 'n' | 'mine'>;
type Doing = Pick<Context<unknown>, 'now' | 'recorded' | 'services'>;
type Kept = Placed & { n: number };

interface Sides {
	section: FoundSection;
	plan: FoundPlan;
	by: string;
	/** What stands. */
	standing: SectionWords;
}

/**
 * What the section would say with one's own side of a clash, and with what was written since both met.
 * @throws NotFound, ComputingFailed
 */
export async function ownSide(db: Database | Transaction, services: Services, clash: Clash, standing: SectionWords): Promise<SectionWords> {
	const met = await sectionUpTo(db, clash.sectionId, clash.n);
	return {
		title: clash.mine.title === met.title ? standing.title : clash.mine.title,
		lang: clash.mine.lang === met.lang ? standing.lang : clash.mine.lang,
		doc: await chosenSide(services, met.doc, clash.mine.doc, standing.doc)
	};
}

/** Puts one's own side into the history, and what stands on top of it again. */
export async function noteOwnSide(
	tx: Transaction,
	context: Doing,
	{ section, plan, by, standing, own }: Sides & { own: SectionWords }
): Promise<Kept> {
	const noted = await keepSection(tx, context, { section, plan, by, standing, words: own, base: section.n });
	const now = { ...section, n: noted.n };
	return keepSection(tx, context, { section: now, plan, by, standing: own, words: standing, base: noted.n });
}

/**
 * Keeps one side of a clash until one is chosen. One that waits already joins it: both are asked about at once. Where the writer
 * has changed the same words in both, the older ones go into the history. @throws NotFound
 */
export async function keepAside(
	tx: Transaction,
	context: Doing,
	{ kept, side, ...sides }: Sides & { kept: Kept; side: SectionWords }
): Promise<Kept> {
	const { id } = sides.section;
	const { by, standing } = sides;
	const [waiting] = await tx
		.select()
		.from(sectionClashes)
		.where(and(eq(sectionClashes.sectionId, id), eq(sectionClashes.authorId, by)));
	const both = waiting && (await merged(context.services, await sectionUpTo(tx, id, waiting.n), waiting.mine, side));
	let last = kept;
	if (waiting && both?.aside) {
		const section = { ...sides.section, n: kept.n };
		last = await noteOwnSide(tx, context, { ...sides, section, own: await ownSide(tx, context.services, waiting, standing) });
	}
	const row = { n: last.n, mine: both?.words ?? side, at: context.now };
	await tx
		.insert(sectionClashes)
		.values({ sectionId: id, authorId: by, ...row })
		.onConflictDoUpdate({ target: [sectionClashes.sectionId, sectionClashes.authorId], set: row });
	return last;
}
