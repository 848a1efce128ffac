import { cityGroup, roleGroup } from '../access/groups.ts';
import type { Doc } from '../documents/doc.ts';
import type { AttachedFile } from '../files/attached.ts';
import type { PersonTag } from '../people/tags.ts';
import type { RoughDay } from '../practices/values.ts';
import type { Subject } from '../threads/subject.ts';
import type { LogKind, ModuleChoice, PublicationAnswer, Stage, StepKind } from './stages.ts';

/** Where a city stands with a practice of another one, as everybody of the network reads it. */
export interface Adoption {
	id: string;
	practiceId: string;
	/** Code of the city that takes the practice over. */
	city: string;
	/** Where it is, or was when it stopped. */
	stage: Stage;
	/** Why it stopped; null while it goes on. */
	stopped: string | null;
	/** Every step, the oldest first. */
	steps: Step[];
	next: NextStep | null;
	/** When it last said something, ISO. */
	newsAt: string;
	illustrative: boolean;
}

export interface Step {
	kind: StepKind;
	/** One line; of a stop the reason. */
	note: string;
	by: PersonTag | null;
	at: string;
}

export interface NextStep {
	text: string;
	day: RoughDay | null;
}

/** What the city does with one part. */
export interface ChosenModule {
	module: string;
	choice: ModuleChoice;
	note: string;
	at: string;
}

export interface LogEntry {
	id: string;
	kind: LogKind;
	lang: string;
	doc: Doc;
	files: AttachedFile[];
	author: PersonTag;
	at: string;
	editedAt: string | null;
	hiddenAt: string | null;
	/** Why, for its author and the leads. */
	hiddenReason: string | null;
}

/** Somebody who looks after it, of one of both cities. */
export interface AdoptionPerson extends PersonTag {
	city: string;
}

/** A publication of the practice since the city marked its interest, and what it said to it. */
export interface PublicationToAnswer {
	number: number;
	/** The revision that everybody read before, and the one that was published. */
	from: number;
	to: number;
	at: string;
	answer: PublicationAnswer | null;
	by: PersonTag | null;
}

export const adoptionStream = (id: string): string => `adoption:${id}`;

interface Pair {
	network: string;
	/** Codes of both cities: of whom the practice is, and who takes it over. */
	owner: string;
	city: string;
}

/** Who hears what the two cities say to each other: they, the leads and the experts. */
export function audienceOfPair({ network, owner, city }: Pair): string[] {
	return [cityGroup(network, owner), cityGroup(network, city), roleGroup(network, 'lead'), roleGroup(network, 'expert')];
}

/** The address of an adoption, below that of its practice. */
export function hrefOfAdoption(practiceHref: string, city: string): string {
	return `${practiceHref}/adoptions/${city}`;
}

/** The thread of the two cities. */
export function subjectOfAdoption({ id, href, ...pair }: Pair & { id: string; href: string }): Subject {
	return { kind: 'adoption', id, network: pair.network, stream: adoptionStream(id), audience: audienceOfPair(pair), href };
}
