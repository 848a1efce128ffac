import type { HeardUpTo } from '../heard.ts';
import type { PersonTag } from '../people/tags.ts';
import type { CitedInPlan } from './cited.ts';
import type { PlanHead } from './plan.ts';
import type { ShownRow } from './rows/beside.ts';
import type { Section, SectionHead, SectionWords } from './section.ts';
import type { VersionHead } from './version.ts';

/** A section in the outline of a reader. */
export interface OutlineSection extends SectionHead {
	/** Whether others changed its words or its rows since this reader saw it last. */
	isNew: boolean;
	/** When others changed a row of it last, ISO; null where they changed none that is in sight. */
	rowsAt: string | null;
	/** What belongs there, in the reader's language; '' for free sections. */
	hint: string;
	/** Whether this reader may write in it. */
	writes: boolean;
}

/** What a section says at a revision, to one reader. */
export interface SectionShown extends SectionWords {
	id: string;
	n: number;
	cited: CitedInPlan;
}

/** A plan as its page shows it. */
export interface PlanShown {
	/** The streams that tell of what happens to it, as far as the reader hears them. */
	heard: HeardUpTo[];
	plan: PlanHead;
	outline: OutlineSection[];
	/** The sections whose words the page brings; the others are fetched when they are needed. */
	sections: Section[];
	/** What these sections cite. */
	cited: CitedInPlan;
	/** The rows of these sections. */
	rows: ShownRow[];
	versions: VersionHead[];
	/** Whom to ask: the contact that it names, while that person is of the city, else the city's coordinators. */
	contacts: PersonTag[];
	/** Who works in the city's team now. */
	team: PersonTag[];
	/** Whether the reader works in the city's team. */
	mayWrite: boolean;
	/** Whether the reader may read what was said of its draft. */
	readsDraft: boolean;
}

/** A plan among those of the network, as far as the reader may know it. */
export interface PlanLine extends Pick<
	PlanHead,
	'id' | 'city' | 'citySlug' | 'slug' | 'title' | 'lang' | 'state' | 'implementing' | 'changedAt'
> {
	/** Last day of the consultation, while it runs. */
	endsOn: string | null;
	/** How many of its sections are begun, and how many there are. */
	begun: number;
	sections: number;
}

/** What a plan puts on a desk: the plans of the reader's city, or those to whose draft the reader is invited. */
export interface PlansOnDesk {
	plans: {
		own: (PlanLine & { /** Cells of its rows without an answer; none for who does not write in it. */ waits: number })[];
		asking: PlanLine[];
	};
}

declare module '../desk/panels.ts' {
	interface DeskPanels extends PlansOnDesk {}
}

/** What plans say on the page of a city: those of it that the reader may know of. */
export interface PlansOfCity {
	plans: PlanLine[];
}

declare module '../network/city-sections.ts' {
	interface CitySections extends PlansOfCity {}
}
