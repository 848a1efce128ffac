import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { inOrderOfDays } from '#lib/model/plans/rows/days.ts';
import type { ActionValues, BudgetValues, RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import type { Issue } from '#lib/model/problem.ts';
import type { Transaction } from '../../db/client.ts';
import { planRows } from '../../db/schema/plan-rows.ts';
import { practices } from '../../db/schema/practices.ts';
import { Invalid } from '../../platform/errors.ts';
import { revisionOf } from '../../practices/find.ts';
import { visiblePublished } from '../../practices/visible.ts';

type Values = RowValuesByKind[RowKind];

const wrong = (field: string, code: string): Issue => ({ field: `values.${field}`, code });

/** What of it belongs together and does not fit. */
function misfits(values: Partial<ActionValues & BudgetValues>): Issue[] {
	const { costFrom = null, costTo = null, amount = null, currency = null, from = null, to = null } = values;
	const issues: Issue[] = [];
	if ((costFrom !== null || costTo !== null || amount !== null) && currency === null) issues.push(wrong('currency', 'no_currency'));
	if (costFrom !== null && costTo !== null && Number(costFrom) > Number(costTo)) issues.push(wrong('costFrom', 'from_above_to'));
	if (!inOrderOfDays(from, to)) issues.push(wrong('from', 'from_after_to'));
	return issues;
}

async function isObjectiveOf(tx: Transaction, plan: string, id: string): Promise<boolean> {
	const [found] = await tx
		.select({ id: planRows.id })
		.from(planRows)
		.where(and(eq(planRows.id, id), eq(planRows.planId, plan), eq(planRows.kind, 'objective'), isNull(planRows.retiredAt)));
	return found !== undefined;
}

/** Ids of the modules of a published practice that this actor may see; null where there is none for them. */
async function modulesOf(tx: Transaction, actor: Actor, id: string): Promise<string[] | null> {
	const [found] = await tx
		.select({ n: sql<number>`practices.published_n` })
		.from(practices)
		.where(and(eq(practices.id, id), visiblePublished(actor)));
	return found ? (await revisionOf(tx, id, found.n)).modules.map((module) => module.id) : null;
}

/**
 * A row names objectives of its own plan, and practices that its writer may see with modules of theirs. What it named before
 * stays, also where that was taken away since.
 * @param values the row as it is to stand for its writer
 * @throws Invalid `no_currency`, `from_above_to`, `from_after_to`, `no_objective`, `no_practice`, `no_module`
 */
export async function holdRowToKnown(
	tx: Transaction,
	{ actor, plan }: { actor: Actor; plan: string },
	values: Values,
	before: readonly Values[] = []
): Promise<void> {
	const issues = misfits(values);
	const named: Partial<ActionValues> = values;
	const was: readonly Partial<ActionValues>[] = before;
	const { objective = null, practice = null, module = null } = named;
	if (objective !== null && !was.some((one) => one.objective === objective) && !(await isObjectiveOf(tx, plan, objective))) {
		issues.push(wrong('objective', 'no_objective'));
	}
	const isNew = !was.some((one) => one.practice === practice && (one.module ?? null) === module);
	if (practice === null && module !== null) issues.push(wrong('module', 'no_module'));
	if (practice !== null && isNew) {
		const modules = await modulesOf(tx, actor, practice);
		if (!modules) issues.push(wrong('practice', 'no_practice'));
		else if (module !== null && !modules.includes(module)) issues.push(wrong('module', 'no_module'));
	}
	if (issues.length > 0) throw new Invalid(issues);
}
