import { randomUUID } from 'node:crypto';
import { emptySection } from '#lib/model/documents/section-normalize.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import type { PlanPart } from '#lib/model/plans/parts.ts';
import type { Transaction } from '../../db/client.ts';
import { planSections, sectionRevisions } from '../../db/schema/plan-sections.ts';
import { newShortId } from '../../practices/short-id.ts';
import { wordsIn } from './words.ts';

export interface NewSection {
	/** Made where none is given. */
	id?: string;
	part: PlanPart | null;
	title: string;
	lang: string;
	/** Empty where none is given. */
	doc?: SectionDoc;
}

interface Placing {
	plan: string;
	by: string;
	at: Date;
	/** The place of the first of them. */
	first: number;
	sections: readonly NewSection[];
}

/** Writes sections with their first revisions, one behind the other. */
export async function insertSections(tx: Transaction, { plan, by, at, first, sections }: Placing): Promise<string[]> {
	const made = sections.map(({ id = randomUUID(), doc = emptySection(), ...section }, place) => ({
		id,
		shortId: newShortId(),
		position: first + place,
		doc,
		...section
	}));
	if (made.length === 0) return [];
	await tx.insert(planSections).values(
		made.map(({ id, shortId, part, position, doc }) => ({
			id,
			planId: plan,
			shortId,
			part,
			position,
			n: 1,
			length: wordsIn(doc),
			changedAt: at
		}))
	);
	await tx
		.insert(sectionRevisions)
		.values(made.map(({ id, title, lang, doc }) => ({ sectionId: id, n: 1, title, lang, doc, authorId: by, at })));
	return made.map(({ id }) => id);
}
