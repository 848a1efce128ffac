import type { Actor } from '#lib/model/access/actor.ts';
import { rowsOfPart } from '#lib/model/plans/parts.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import { untoldRow } from '#lib/model/plans/rows/cells.ts';
import type { PlanRow } from '#lib/model/plans/rows/row.ts';
import type { PlanShown } from '#lib/model/plans/shown.ts';
import type { VersionHead } from '#lib/model/plans/version.ts';
import type { Database } from '../../db/client.ts';
import { NotFound } from '../../platform/errors.ts';
import { findPlan } from '../find.ts';
import { readsPlanDraft } from '../heard-of.ts';
import { citedIn } from '../sections/cited.ts';
import { wordsIn } from '../sections/words.ts';
import { listVersions } from './list.ts';
import { standingIn } from './standing.ts';
import { titleIn } from './title-in.ts';

/** A plan as it stood when a version was frozen; nothing in it is written, and nothing is new. */
export type VersionShown = Pick<PlanShown, 'plan' | 'outline' | 'sections' | 'cited' | 'versions' | 'readsDraft'> & {
	rows: PlanRow[];
	version: VersionHead;
	/** What the plan is called now. */
	calledNow: string;
};

/** The versions of a plan that this actor may read. @throws NotFound where they may not know of the plan */
export async function versionsAt(
	db: Database,
	actor: Actor,
	address: { city: string; slug: string }
): Promise<{ plan: PlanHead; versions: VersionHead[]; readsDraft: boolean }> {
	const plan = await findPlan(db, actor, address);
	const readsDraft = readsPlanDraft(actor, plan);
	return { plan, versions: await listVersions(db, plan, readsDraft), readsDraft };
}

/**
 * A version of a plan whole, in the shapes of its page: what was frozen in the draft is read by those who read the draft. What a
 * lead has hidden since says nothing here either.
 * @throws NotFound
 */
export async function readVersion(
	db: Database,
	actor: Actor,
	address: { city: string; slug: string },
	{ number, locale }: { number: number; locale: string }
): Promise<VersionShown> {
	const { plan, versions, readsDraft } = await versionsAt(db, actor, address);
	const version = versions.find((one) => one.number === number);
	if (!version) throw new NotFound();
	const [{ sections, rows }, title] = await Promise.all([standingIn(db, plan.id, number), titleIn(db, plan.id, number)]);
	const counts = new Map([...Map.groupBy(rows, ({ section }) => section)].map(([id, its]) => [id, its.length]));
	const outline = sections.map(({ id, short_id: shortId, part, n, title: called, lang, doc, at, hidden, illustrative }) => ({
		id,
		shortId,
		part,
		rows: rowsOfPart(part),
		title: hidden ? '' : called,
		lang,
		n,
		length: hidden ? 0 : wordsIn(doc),
		rowCount: counts.get(id) ?? 0,
		changedAt: new Date(at).toISOString(),
		retiredAt: null,
		hidden,
		illustrative,
		isNew: false,
		rowsAt: null,
		hint: '',
		writes: false
	}));
	const docs = new Map(sections.map(({ id, doc }) => [id, doc]));
	const shown = sections.filter(({ hidden }) => !hidden).map(({ doc }) => doc);
	return {
		cited: await citedIn(db, actor, shown, locale),
		plan: { ...plan, title, changedAt: version.at },
		calledNow: plan.title,
		outline,
		sections: outline.flatMap((head) => {
			const doc = head.hidden ? undefined : docs.get(head.id);
			return doc ? [{ ...head, doc }] : [];
		}),
		rows: rows.map(
			({ id, short_id: shortId, section, kind, n, values, at }) =>
				({
					id,
					shortId,
					section,
					kind,
					n,
					values: { ...untoldRow[kind], ...values },
					changedAt: new Date(at).toISOString(),
					retiredAt: null
				}) as PlanRow
		),
		versions,
		version,
		readsDraft
	};
}
