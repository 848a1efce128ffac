import { randomUUID } from 'node:crypto';
import type { SectionBlock } from '#lib/model/documents/section-doc.ts';
import type { PlanPart } from '#lib/model/plans/parts.ts';
import type { Measurement, RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import type { DaysBefore } from '../../demo/days-before.ts';
import type { DemoFile } from '../../demo/seed-files.ts';

/** Who does something and when: the first part of the address, days before the demo is filled, and the time of day in UTC. */
export type Done = DaysBefore & { by: string };

export function done(by: string, daysBefore: number, time: string): Done {
	return { by, daysBefore, time };
}

/** What an indicator said on a day. */
export function measurement(said: Pick<Measurement, 'on' | 'value'> & Partial<Measurement>): Measurement {
	return { id: randomUUID(), note: '', ...said };
}

/** What a row says. Rows of objectives are named by their keys, entries and their parts by their titles. */
export type DemoCells<Kind extends RowKind = RowKind> = Partial<RowValuesByKind[Kind]>;

/** A row and how it was written. */
export type DemoRow = {
	[Kind in RowKind]: {
		kind: Kind;
		/** Names it for other rows. */
		key?: string;
		added: Done;
		values: DemoCells<Kind>;
		/** What was changed later, oldest first. */
		later?: readonly (Done & { values: DemoCells<Kind> })[];
	};
}[RowKind];

/** A save: all that the section says then. */
export type DemoSave = Done & { title?: string; lang?: string; blocks: readonly SectionBlock[] };

export interface DemoSection {
	/** Null for one of the city's own. */
	part: PlanPart | null;
	/** Of one of the city's own: its title, behind which part it stands, and who adds it. */
	own?: { title: string; after: PlanPart; added: Done };
	/** Holds what no source tells. */
	illustrative?: true;
	/** Members of the local group who write in it. */
	given?: Done & { people: readonly string[] };
	/** Oldest first. */
	saves: readonly DemoSave[];
	rows?: readonly DemoRow[];
}

/** What became of the plan as a whole. */
export type DemoMove = Done &
	(
		| { move: 'freeze'; name: string }
		/** `inDays`: after the day of the move. */
		| { move: 'open'; question: string; inDays: number }
		| { move: 'revise' }
		| { move: 'adopt'; body: string }
		| { move: 'implement' }
	);

export interface DemoPlan {
	city: string;
	title: string;
	lang: string;
	begun: Done;
	/** First part of the address of whom to ask. */
	contact: string;
	horizon?: { from: number | null; to: number | null };
	/** What its sections show, by the name that stands in place of a file's id, and who drew it. */
	pictures?: Readonly<Record<string, Done & { file: DemoFile }>>;
	sections: readonly DemoSection[];
	/** Oldest first. */
	moves: readonly DemoMove[];
}
