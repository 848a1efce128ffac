import { formatter } from '#lib/i18n/format.ts';
import { baseLocale, isLocale, type Locale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import { cellName, cellWords, type CellsIn } from '#lib/i18n/plan-cells.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import { hrefOfPlan, type PlanHead } from '#lib/model/plans/plan.ts';
import type { RowsBeside } from '#lib/model/plans/rows/beside.ts';
import { cellsOf, type RowCell } from '#lib/model/plans/rows/cells.ts';
import { anchorOfRow, type PlanRow, type RowKind } from '#lib/model/plans/rows/row.ts';
import type { RoughDay } from '#lib/model/practices/values.ts';
import type { Database } from '../../db/client.ts';
import { csvOf, decimalFor, type Column } from '../../platform/csv.ts';
import { findPlan } from '../find.ts';
import { besideRows } from './beside.ts';
import { rowsOfPlan } from './load.ts';

interface Asked {
	kind: RowKind;
	locale: string;
	origin: string;
}

/** The rows of a kind as a table, in the reader's words. @throws NotFound */
export async function exportRows(
	db: Database,
	actor: Actor,
	address: { city: string; slug: string },
	{ kind, locale: asked, origin }: Asked
): Promise<{ name: string; text: string }> {
	const plan = await findPlan(db, actor, address);
	const locale = isLocale(asked) ? asked : baseLocale;
	const rows = (await rowsOfPlan(db, plan.id)).filter((row) => row.kind === kind);
	const beside = await besideRows(db, actor, { plan: plan.id, locale }, rows);
	const format = formatter(locale, 'UTC');
	const named: CellsIn['named'] = (id) => beside.practices[id]?.title ?? beside.linked.find((one) => one.id === id)?.title ?? '';
	const says = (cell: RowCell) => (row: PlanRow) => cellWords(row.kind, cell, row.values, { locale, format, named });
	const columns = [...cellsOf(kind).flatMap((cell) => columnsOf(kind, cell, { locale, says, beside })), ...ends(plan, origin, locale)];
	return { name: `${plan.slug}-${kind}.csv`, text: csvOf(locale, columns, rows) };
}

interface Telling {
	locale: Locale;
	says: (cell: RowCell) => (row: PlanRow) => string;
	beside: RowsBeside;
}

/** Amounts and days have columns of their own, so that a spreadsheet counts with them. */
function columnsOf(kind: RowKind, cell: RowCell, { locale, says, beside }: Telling): Column<PlanRow>[] {
	const as = { locale };
	const decimal = decimalFor(locale, 6);
	const of = (field: string) => (row: PlanRow) => (row.values as unknown as Record<string, string | null>)[field] ?? null;
	const day = (field: string) => (row: PlanRow) => dayIn((row.values as unknown as Record<string, RoughDay | null>)[field] ?? null);
	const number =
		(field: string): Column<PlanRow>[1] =>
		(row) =>
			decimal(of(field)(row));
	switch (cell) {
		case 'cost':
			return [
				[m.plans_rows_csv_cost_from({}, as), number('costFrom')],
				[m.plans_rows_csv_cost_to({}, as), number('costTo')],
				[m.plans_rows_csv_currency({}, as), of('currency')]
			];
		case 'amount':
			return [
				[cellName(kind, cell, locale), number('amount')],
				[m.plans_rows_csv_currency({}, as), of('currency')]
			];
		case 'share':
		case 'baseline':
		case 'target':
			return [[cellName(kind, cell, locale), number(cell)]];
		case 'dates':
			return [
				[m.plans_rows_csv_begins({}, as), day('from')],
				[m.plans_rows_csv_ends({}, as), day('to')]
			];
		case 'practice': {
			const module: Column<PlanRow>[1] = (row) => {
				const { modules = [] } = beside.practices[of('practice')(row) ?? ''] ?? {};
				return modules.find(({ id }) => id === of('module')(row))?.title ?? '';
			};
			return [
				[cellName(kind, cell, locale), says(cell)],
				[m.plans_rows_csv_module({}, as), module]
			];
		}
		default:
			return [[cellName(kind, cell, locale), says(cell)]];
	}
}

/** As exactly as it is known, as every spreadsheet sorts it: 2026, 2026-03, 2026-03-15, 2026-Q1. */
function dayIn(day: RoughDay | null): string {
	if (!day) return '';
	const [year = '', month = ''] = day.date.split('-');
	switch (day.precision) {
		case 'day':
			return day.date;
		case 'month':
			return `${year}-${month}`;
		case 'quarter':
			return `${year}-Q${Math.ceil(Number(month) / 3)}`;
		default:
			return year;
	}
}

function ends(plan: PlanHead, origin: string, locale: Locale): Column<PlanRow>[] {
	return [
		[m.plans_rows_csv_changed({}, { locale }), ({ changedAt }) => changedAt.slice(0, 10)],
		[m.plans_rows_csv_address({}, { locale }), (row) => `${origin}${hrefOfPlan(plan)}#${anchorOfRow(row)}`]
	];
}
