import { and, eq, sql } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { differenceOf } from '#lib/model/documents/difference.ts';
import { jsonInOrder } from '#lib/model/in-order.ts';
import type { HeardUpTo } from '#lib/model/heard.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import { cellsOf } from '#lib/model/plans/rows/cells.ts';
import { isCellTold } from '#lib/model/plans/rows/waiting.ts';
import type { ComparedRevisions } from '#lib/model/plans/versions/compared.ts';
import type { WritingSession, WrittenKind } from '#lib/model/plans/versions/history.ts';
import { tagsInNetwork } from '../../access/tags-in-network.ts';
import type { Database } from '../../db/client.ts';
import { editingSessions, type EditingSession } from '../../db/editing-sessions.ts';
import { sectionsRead } from '../../db/schema/plan-sections.ts';
import { NotFound } from '../../platform/errors.ts';
import { heardOfPlan } from '../heard-of.ts';
import { rowUpTo } from '../rows/find.ts';
import { sectionUpTo } from '../sections/find.ts';
import { comparedBlocks } from '../versions/compared-blocks.ts';
import { rowReader } from '../versions/names.ts';
import { rowDifference } from '../versions/row-difference.ts';
import { findWritten, type FoundWritten } from './find.ts';
import { partsOf, sittingsOf } from './sittings.ts';

/** The history of a section or a row. */
export interface WrittenHistory extends Pick<FoundWritten, 'kind' | 'mayWrite' | 'moderates'> {
	heard: HeardUpTo[];
	plan: PlanHead;
	id: string;
	place: string;
	title: string;
	lang: string;
	n: number;
	/** What was read last is compared with what stands; null where nothing was. */
	readLast: number | null;
	retired: boolean;
	hiddenReason: string | null;
	sessions: WritingSession[];
	compared: ComparedRevisions | null;
}

/** Which revisions are asked for, 0 for what was there before the first; what was read last and what stands now for `since`. */
export type Beside = { from: number; to: number } | { since: 'read' } | null;

const nothing: SectionDoc = { type: 'doc', content: [] };

/** So many sessions are told. */
const most = 500;

/**
 * Who wrote in a section or a row and when, the newest first, and any two of its revisions compared.
 * @throws NotFound also for revisions that this actor may not read
 */
export async function historyOf(
	db: Database,
	actor: Actor,
	address: { city: string; slug: string },
	{ place, locale, now, beside }: { place: string; locale: string; now: Date; beside: Beside }
): Promise<WrittenHistory> {
	const found = await findWritten(db, actor, address, place);
	const { kind, plan, written, mayWrite, moderates } = found;
	const opened = written.opened_n;
	const [heard, rows, readLast] = await Promise.all([
		heardOfPlan(db, actor, plan),
		db.execute<EditingSession>(editingSessions(revisionsOf(kind, written.id, opened === null ? 1 : opened + 1), most)),
		kind === 'section' ? lastRead(db, actor, written.id) : null
	]);
	const tag = await tagsInNetwork(
		db,
		plan.network,
		rows.map(({ author_id }) => author_id),
		now
	);
	const first = rows.find(({ from_n }) => from_n === 1)?.to_n;
	const emptyTo = first !== undefined && (await saysNothing(db, written, first)) ? first : null;
	const asked = beside && 'since' in beside ? (readLast === null ? null : { from: readLast, to: written.n }) : beside;
	if (asked && (asked.from < (opened ?? 0) || asked.to < Math.max(asked.from, 1) || asked.to > written.n)) throw new NotFound();
	return {
		kind,
		mayWrite,
		moderates,
		heard,
		plan,
		id: written.id,
		place,
		title: written.title,
		lang: written.lang,
		n: written.n,
		readLast,
		retired: written.retired,
		hiddenReason: written.hidden_reason,
		sessions: [
			...sittingsOf(rows).map((sitting) => {
				const { from_n, to_n: to, author_id, at, taken_back: takenBack } = sitting[0];
				return {
					from: sitting.at(-1)?.from_n ?? from_n,
					to,
					by: tag(author_id),
					at: new Date(at).toISOString(),
					parts: partsOf(sitting),
					empty: sitting.at(-1)?.to_n === emptyTo,
					opened: false,
					// Nothing tells of words from before the opening.
					takenBack: opened !== null && takenBack !== null && takenBack < opened ? null : takenBack
				};
			}),
			...(opened === null || plan.openedAt === null
				? []
				: [{ from: opened, to: opened, by: null, at: plan.openedAt, parts: [], empty: false, takenBack: null, opened: true }])
		],
		compared: asked && (await compareRevisions(db, actor, found, asked, isLocale(locale) ? locale : baseLocale))
	};
}

function revisionsOf(kind: WrittenKind, id: string, first: number) {
	return kind === 'section'
		? sql`select section_id as subject, n, author_id, at, taken_back from section_revisions where section_id = ${id} and n >= ${first}`
		: sql`select row_id as subject, n, author_id, at, taken_back from row_revisions where row_id = ${id} and n >= ${first}`;
}

/** Whether neither a word nor a picture stood in a revision. */
async function saysNothing(db: Database, { id, row_kind: kind }: FoundWritten['written'], n: number): Promise<boolean> {
	if (kind !== null) {
		const values = await rowUpTo(db, { id, kind }, n);
		return cellsOf(kind).every((cell) => !isCellTold(cell, values));
	}
	const { doc } = await sectionUpTo(db, id, n);
	return doc.content.every((block) => block.type === 'paragraph' && !block.content?.length);
}

async function lastRead(db: Database, actor: Actor, section: string): Promise<number | null> {
	if (actor.kind !== 'person') return null;
	const [row] = await db
		.select({ n: sectionsRead.n })
		.from(sectionsRead)
		.where(and(eq(sectionsRead.sectionId, section), eq(sectionsRead.personId, actor.id)));
	return row?.n ?? null;
}

async function compareRevisions(
	db: Database,
	actor: Actor,
	{ plan, written }: FoundWritten,
	{ from, to }: { from: number; to: number },
	locale: string
): Promise<ComparedRevisions> {
	const { id, row_kind: kind, lang } = written;
	if (kind !== null) {
		const [before, after, reader] = await Promise.all([
			from === 0 ? null : rowUpTo(db, { id, kind }, from),
			rowUpTo(db, { id, kind }, to),
			rowReader(db, actor, plan.id, locale)
		]);
		return { from, to, lang, renamed: null, blocks: null, rows: kind, cells: rowDifference(kind, before, after, { ...reader, lang }) };
	}
	const after = await sectionUpTo(db, id, to);
	const before = from === 0 ? { title: after.title, doc: nothing } : await sectionUpTo(db, id, from);
	return {
		from,
		to,
		lang: after.lang,
		renamed: before.title === after.title ? null : differenceOf(before.title, after.title),
		blocks: jsonInOrder(before.doc) === jsonInOrder(after.doc) ? null : comparedBlocks(before.doc, after.doc),
		rows: null,
		cells: []
	};
}
