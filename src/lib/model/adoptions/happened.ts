import type { PublicationAnswer, Stage } from './stages.ts';

interface OfAdoption {
	id: string;
}

/** What happened to an adoption, told in the published stream of its practice. None of it is a message to be read. */
export interface AdoptionEvents {
	'adoption.marked': OfAdoption;
	'adoption.moved': OfAdoption & { stage: Stage };
	'adoption.stopped': OfAdoption;
	'adoption.chosen': OfAdoption & { module: string };
	'adoption.planned': OfAdoption;
	'adoption.joined': OfAdoption & { person: string };
	'adoption.left': OfAdoption & { person: string };
	'adoption.logged': OfAdoption & { entry: string };
	/** An entry of the log was edited, removed, hidden or restored. */
	'adoption.relogged': OfAdoption & { entry: string };
	/** A new revision came that it has to answer. */
	'adoption.revised': OfAdoption & { publication: number };
	'adoption.answered': OfAdoption & { publication: number; answer: PublicationAnswer };
}

declare module '../events.ts' {
	interface Events extends AdoptionEvents {}
}
