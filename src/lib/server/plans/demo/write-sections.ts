import type { PlanPart } from '#lib/model/plans/parts.ts';
import type { DemoGround } from '../../demo/ground.ts';
import { idOf } from '../../demo/id-of.ts';
import type { Act } from '../../practices/demo/act.ts';
import { addRow } from '../rows/place.ts';
import { saveRow } from '../rows/save.ts';
import { addSection, giveSection } from '../sections/place.ts';
import { saveSection } from '../sections/save.ts';
import type { DemoCells, DemoRow, DemoSection, Done } from './demo-plan.ts';
import { keyOfPart, withDemoPictures, withPracticeIds } from './write/marked.ts';

/** Something that is done to a plan at its time. */
export interface PlanStep {
	at: Done;
	run(): Promise<unknown>;
}

/** A plan that is being written in the demo. */
export interface PlanInWriting {
	act: Act;
	ground: DemoGround;
	id: string;
	/** Of the parts of the template. */
	sections: Map<PlanPart, string>;
	/** Of rows that others name, by their keys. */
	rows: Map<string, string>;
	/** Of entries, by title, and of their parts, by both titles. */
	practices: Map<string, string>;
	/** Of files, by the names that stand for them. */
	pictures: Map<string, string>;
}

/**
 * All that is done in a section.
 * @param made told the id of the section once it is there
 */
export function sectionSteps(plan: PlanInWriting, section: DemoSection, made: (id: string) => void): PlanStep[] {
	const { act, ground, sections, practices, pictures } = plan;
	const { part, own, given, saves, rows = [] } = section;
	let id = (part && sections.get(part)) ?? '';
	let n = 1;
	if (id !== '') made(id);
	const lastRow: { id: string | null } = { id: null };
	const steps: PlanStep[] = [];
	if (own) {
		const { added, after, title } = own;
		const run = async () => {
			({ id } = await act(addSection, added.by, added, { plan: plan.id, after: sections.get(after), title, part: null }));
			made(id);
		};
		steps.push({ at: added, run });
	}
	if (given) {
		const people = given.people.map((address) => ground.person(address).id);
		steps.push({ at: given, run: () => act(giveSection, given.by, given, { id, people }) });
	}
	for (const save of saves) {
		const { title, lang, blocks } = save;
		const doc = withPracticeIds(withDemoPictures(blocks, pictures), practices);
		const run = async () => {
			({ n } = await act(saveSection, save.by, save, { id, base: n, title, lang, doc }));
		};
		steps.push({ at: save, run });
	}
	return [...steps, ...rows.flatMap((row) => rowSteps(plan, row, () => id, lastRow))];
}

/** All that is done to a row, which comes behind those that are there. */
function rowSteps(plan: PlanInWriting, row: DemoRow, section: () => string, last: { id: string | null }): PlanStep[] {
	const { act, rows } = plan;
	const { kind, key, added, values, later = [] } = row;
	let id = '';
	let n = 1;
	const add = async () => {
		({ id } = await act(addRow, added.by, added, { section: section(), after: last.id, kind, values: cells(plan, values) }));
		last.id = id;
		if (key) rows.set(key, id);
	};
	const changes = later.map((change) => ({
		at: change,
		run: async () => {
			({ n } = await act(saveRow, change.by, change, { id, base: n, values: cells(plan, change.values) }));
		}
	}));
	return [{ at: added, run: add }, ...changes];
}

/** What a row says, with ids where the demo has names. */
function cells({ rows, practices }: PlanInWriting, values: DemoCells): Record<string, unknown> {
	return {
		...values,
		...('objective' in values && values.objective && { objective: idOf(rows, values.objective) }),
		...('practice' in values && values.practice && { practice: idOf(practices, values.practice) }),
		...('module' in values &&
			values.practice &&
			values.module && { module: idOf(practices, keyOfPart(values.practice, values.module)) })
	};
}
