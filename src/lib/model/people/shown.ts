import type { PersonTag } from './tags.ts';

/** The reader's own city as the desk shows it; its name and mark are on every page already. */
export interface OwnCity {
	code: string;
	organisation: string;
	/** Everybody of the city, the reader included. */
	people: PersonTag[];
}

/** What people put on a desk. */
export interface PeopleOnDesk {
	people: OwnCity | null;
}

declare module '../desk/panels.ts' {
	interface DeskPanels extends PeopleOnDesk {}
}
