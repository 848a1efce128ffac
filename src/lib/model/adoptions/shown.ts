import type { HeardUpTo } from '../heard.ts';
import type { PracticeForm, PracticeHead } from '../practices/practice.ts';
import type { PracticeModule } from '../practices/values.ts';
import type { Adoption, AdoptionPerson, ChosenModule, LogEntry, PublicationToAnswer } from './adoption.ts';
import type { PersonTag } from '../people/tags.ts';

/** Who takes over a practice, as its page shows it. */
export interface AdoptionsShown {
	/** Stopped ones too, in the order of the cities. */
	adoptions: Adoption[];
	/** What the reader's own city can do with it; null for the owner's people, and for who works in no city. */
	own: OwnAdoption | null;
}

export interface OwnAdoption {
	city: string;
	/** Whether it asked the owner, or takes it over: then there is a thread. */
	hasThread: boolean;
	/** In which the reader wrote last. */
	writingLanguage: string;
	/** Ids of the commands that the panel sends. */
	commandIds: { mark: string; move: string; ask: string };
}

/** The page of one adoption. */
export interface AdoptionPage {
	/** The stream of the practice. */
	heard: HeardUpTo;
	practice: Pick<PracticeHead, 'id' | 'network' | 'city' | 'slug' | 'shortId' | 'state' | 'illustrative'> & {
		title: string;
		lang: string;
		form: PracticeForm;
	};
	/** Id of the pair, whether or not the city takes it over. */
	id: string;
	/** Code of the city. */
	city: string;
	/** Null where it has only asked, which the pair alone reads. */
	adoption: Adoption | null;
	/** Every part of the practice, and parts that are there no more of which the city said something. */
	parts: PartToChoose[];
	/** The newest first. */
	log: LogEntry[];
	people: AdoptionPerson[];
	/** Colleagues of the reader whom they could add. */
	colleagues: PersonTag[];
	/** The newest first. */
	publications: PublicationToAnswer[];
	/** What the reader may do. */
	may: { mark: boolean; write: boolean; log: boolean; moderate: boolean };
	/** Whether the reader may read the thread of the two cities. */
	ofPair: boolean;
}

export interface PartToChoose extends PracticeModule {
	/** Whether the practice has it no more. */
	gone: boolean;
	chosen: ChosenModule | null;
}

/** An adoption in a list of what a city gives or takes. */
export interface AdoptionLine extends Pick<Adoption, 'city' | 'stage' | 'stopped' | 'next' | 'newsAt'> {
	id: string;
	/** Code of the city whose practice it is. */
	owner: string;
	title: string;
	lang: string;
	href: string;
}

/** What a city gives and takes. */
export interface GivesAndTakes {
	city: string;
	/** Its practices in other cities. */
	gives: AdoptionLine[];
	/** What it takes over itself. */
	takes: AdoptionLine[];
}

declare module '../desk/panels.ts' {
	interface DeskPanels {
		/** Of the person's city; null for who works in none, or where it neither gives nor takes. */
		adoptions: GivesAndTakes | null;
	}
}

declare module '../network/city-sections.ts' {
	interface CitySections {
		adoptions: GivesAndTakes | null;
	}
}
