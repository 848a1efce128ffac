import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { formatter } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import { cellWords, type CellsIn } from '#lib/i18n/plan-cells.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import { differenceOf, type DifferencePart } from '#lib/model/documents/difference.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import { cellsOf, lineCells, textCells, type RowCell } from '#lib/model/plans/rows/cells.ts';
import type { ActionValues, PlanRow, RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { tagsOf } from '../../access/tags-of.ts';
import type { Database } from '../../db/client.ts';
import { rowRevisions } from '../../db/schema/plan-rows.ts';
import { NotFound } from '../../platform/errors.ts';
import { namedInRows } from './beside.ts';
import { rowAt } from './find.ts';

type Values = RowValuesByKind[RowKind];

/** One writing of a row: revisions of one person with less than half an hour between them, or an older one that came back. */
export interface RowSession {
	from: number;
	to: number;
	/** Null where it is not told who wrote it: what stood when the plan was opened. */
	by: PersonTag | null;
	/** ISO */
	at: string;
	/** The revision that came back. */
	takenBack: number | null;
	/** Whether it is what the plan was opened with. */
	opened: boolean;
}

/** What became of a cell between two revisions. */
export interface CellDifference {
	cell: RowCell;
	/** Whether it is words of the plan's language; else the reader's. */
	words: boolean;
	parts: DifferencePart[];
}

const pause = 30 * 60_000;

/** The first revision that a reader may know: who does not read the draft knows nothing from before the plan was opened. */
async function firstKnown(db: Database, row: string, openedAt: string | null, readsDraft: boolean): Promise<number> {
	if (readsDraft || openedAt === null) return 1;
	const [found] = await db
		.select({ n: sql<number | null>`max(${rowRevisions.n})` })
		.from(rowRevisions)
		.where(and(eq(rowRevisions.rowId, row), lte(rowRevisions.at, new Date(openedAt))));
	return found?.n ?? 1;
}

/** Who wrote in a row and when, the newest first. */
export async function rowSessions(
	db: Database,
	row: Pick<PlanRow, 'id'>,
	{ openedAt }: Pick<PlanHead, 'openedAt'>,
	{ readsDraft, now }: { readsDraft: boolean; now: Date }
): Promise<RowSession[]> {
	const first = await firstKnown(db, row.id, openedAt, readsDraft);
	const rows = await db
		.select({ n: rowRevisions.n, author: rowRevisions.authorId, at: rowRevisions.at, takenBack: rowRevisions.takenBack })
		.from(rowRevisions)
		.where(and(eq(rowRevisions.rowId, row.id), sql`${rowRevisions.n} >= ${first}`))
		.orderBy(asc(rowRevisions.n));
	const tags = await tagsOf(db, new Set(rows.map(({ author }) => author)), now);
	const sessions: (RowSession & { author: string })[] = [];
	for (const { n, author, at, takenBack: back } of rows) {
		const opened = !readsDraft && openedAt !== null && at <= new Date(openedAt);
		const takenBack = opened || (back !== null && back < first) ? null : back;
		const last = sessions.at(-1);
		const goesOn =
			last?.author === author && !opened && !last.opened && !takenBack && !last.takenBack && +at - Date.parse(last.at) < pause;
		if (goesOn) Object.assign(last, { to: n, at: at.toISOString() });
		else {
			const said = opened && openedAt !== null ? openedAt : at.toISOString();
			sessions.push({ from: n, to: n, by: opened ? null : (tags.get(author) ?? null), at: said, takenBack, opened, author });
		}
	}
	return sessions.reverse().map(({ author: _, ...session }) => session);
}

/** Every cell in which two revisions differ, word by word. @throws NotFound also for a revision from before `first` */
export async function compareRows(
	db: Database,
	actor: Actor,
	{ row, plan, first }: { row: PlanRow; plan: string; /** The oldest one that the reader may know. */ first: number },
	{ from, to }: { from: number; to: number },
	locale: Locale
): Promise<CellDifference[]> {
	if (Math.min(from, to) < first) throw new NotFound();
	const [before, after] = await Promise.all([rowAt(db, row, from), rowAt(db, row, to)]);
	const asRows = [before, after].map((values) => ({ ...row, values }) as PlanRow);
	const { practices, linked } = await namedInRows(db, actor, { plan, locale }, asRows);
	const words: CellsIn = {
		locale,
		format: formatter(locale, actor.kind === 'person' ? actor.timeZone : 'UTC'),
		named(id, module) {
			const practice = practices[id];
			const part = practice?.modules.find((one) => one.id === module)?.title;
			return [practice?.title ?? linked.find((one) => one.id === id)?.title ?? '…', part].filter(Boolean).join(': ');
		}
	};
	return differencesIn(row.kind, before, after, words);
}

function differencesIn(kind: RowKind, before: Values, after: Values, words: CellsIn): CellDifference[] {
	return cellsOf(kind).flatMap((cell): CellDifference[] => {
		const [was, is] = [cellWords(kind, cell, before, words), cellWords(kind, cell, after, words)];
		if (was === is && !isNamedOtherwise(cell, before, after)) return [];
		return [{ cell, words: [...lineCells, ...textCells].includes(cell), parts: differenceOf(was, is) }];
	});
}

/** Whether a practice that the reader does not see was changed for another. */
function isNamedOtherwise(cell: RowCell, before: Values, after: Values): boolean {
	return cell === 'practice' && (before as ActionValues).practice !== (after as ActionValues).practice;
}
