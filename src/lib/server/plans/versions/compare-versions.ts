import { setImmediate as breathe } from 'node:timers/promises';
import type { Actor } from '#lib/model/access/actor.ts';
import { differenceOf, type DifferencePart } from '#lib/model/documents/difference.ts';
import { jsonInOrder } from '#lib/model/in-order.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { ComparedBlock, ComparedRow, ComparedSection, ComparedVersions } from '#lib/model/plans/versions/compared.ts';
import { together } from '#lib/model/plans/versions/together.ts';
import type { VersionHead } from '#lib/model/plans/version.ts';
import type { Database } from '../../db/client.ts';
import { NotFound } from '../../platform/errors.ts';
import { comparedBlocks } from './compared-blocks.ts';
import { rowReader } from './names.ts';
import { versionsAt } from './read-version.ts';
import { rowDifference } from './row-difference.ts';
import type { CellsIn } from '#lib/i18n/plan-cells.ts';
import { standingIn, type PinnedRow, type PinnedSection } from './standing.ts';
import { titleIn } from './title-in.ts';

/** Of the words of a whole plan, in ms. */
const patience = 1_500;

interface Wanted {
	from: number;
	to: number | 'now';
	locale: string;
}

/**
 * Any two versions of a plan, or one and what stands now: section by section and row by row, block by block and word by word.
 * @throws NotFound also for versions that this actor may not read
 */
export async function compareVersions(
	db: Database,
	actor: Actor,
	address: { city: string; slug: string },
	{ from, to, locale }: Wanted
): Promise<{ plan: PlanHead; versions: VersionHead[]; compared: ComparedVersions }> {
	const { plan, versions } = await versionsAt(db, actor, address);
	const numbered = (number: number): VersionHead => {
		const version = versions.find((one) => one.number === number);
		if (!version) throw new NotFound();
		return version;
	};
	const [older, newer] = [numbered(from), to === 'now' ? null : numbered(to)];
	const [before, after, reader, calledBefore, calledAfter] = await Promise.all([
		standingIn(db, plan.id, from),
		standingIn(db, plan.id, to),
		rowReader(db, actor, plan.id, locale),
		titleIn(db, plan.id, from),
		to === 'now' ? plan.title : titleIn(db, plan.id, to)
	]);
	const [rowsBefore, rowsAfter] = [before.rows, after.rows].map((rows) => Map.groupBy(rows, ({ section }) => section));
	const [old, now] = [before.sections, after.sections].map((sections) => new Map(sections.map((section) => [section.id, section])));
	const size = before.sections.length + after.sections.length;
	const sections: ComparedSection[] = [];
	for (const { id, became, moved } of together([...(old?.keys() ?? [])], [...(now?.keys() ?? [])])) {
		const [was, is] = [old?.get(id) ?? null, now?.get(id) ?? null];
		const newest = is ?? was;
		if (!newest) continue;
		const rows = comparedRows(rowsBefore?.get(id) ?? [], rowsAfter?.get(id) ?? [], { ...reader, lang: plan.lang });
		const words = newest.hidden ? { renamed: null, blocks: null } : compareWords(was, is, (2 * patience) / size);
		const isSame = words.renamed === null && words.blocks === null && rows.length === 0;
		const { short_id: shortId, title, lang, hidden } = newest;
		const changed = became !== 'kept' ? became : isSame ? 'same' : 'changed';
		sections.push({ id, shortId, title: hidden ? '' : title, lang, moved, became: changed, ...words, rows });
		// Others are answered between the sections of a long plan.
		await breathe();
	}
	const renamed = calledBefore === calledAfter ? null : differenceOf(calledBefore, calledAfter);
	return { plan, versions, compared: { from: older, to: newer, renamed, sections } };
}

function compareWords(
	was: PinnedSection | null,
	is: PinnedSection | null,
	timeout: number
): { renamed: DifferencePart[] | null; blocks: ComparedBlock[] | null } {
	const renamed = was && is && was.title !== is.title ? differenceOf(was.title, is.title) : null;
	if (was && is && (was.n === is.n || jsonInOrder(was.doc) === jsonInOrder(is.doc))) return { renamed, blocks: null };
	return { renamed, blocks: comparedBlocks(was && was.doc, is && is.doc, timeout) };
}

/** The rows of a section that are not the same, in their order. */
export function comparedRows(before: readonly PinnedRow[], after: readonly PinnedRow[], reader: CellsIn & { lang: string }): ComparedRow[] {
	const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [row.id, row])));
	return together([...(old?.keys() ?? [])], [...(now?.keys() ?? [])]).flatMap(({ id, became, moved }): ComparedRow[] => {
		const [was, is] = [old?.get(id), now?.get(id)];
		const newest = is ?? was;
		if (!newest) return [];
		const { kind, short_id: shortId, values } = newest;
		const cells = rowDifference(kind, was?.values ?? null, is?.values ?? null, reader);
		const changed = became !== 'kept' ? became : cells.length > 0 ? 'changed' : 'same';
		return changed === 'same' && !moved ? [] : [{ id, shortId, kind, title: values.title, moved, became: changed, cells }];
	});
}
