import type { PersonTag } from '../people/tags.ts';
import type { ItemKind } from './kinds.ts';

/** How something begins that somebody wrote. */
export interface Excerpt {
	text: string;
	lang: string;
	/** Names of the files that came with the words; none where the text is made of them. */
	files: string[];
}

/** What a notification is about, in the words that its reader may see at this moment. */
export interface Card {
	/** The notification's. */
	id: string;
	item: {
		kind: ItemKind;
		id: string;
		title: string;
		/** What it is, in short: Exchange meeting 3, Good practice (draft). Things of two kinds can have one title. */
		name: string;
		/** Code of the city that it belongs to. */
		city: string | null;
		href: string;
	};
	/** Where the exact place is. */
	href: string;
	/** Who did it, as what they were then. */
	who: PersonTag | null;
	/** Code of the reader's city that was mentioned, where that is the reason. */
	city: string | null;
	/** Whether it was said in a discussion in which the reader wrote too. */
	inOwnDiscussion: boolean;
	/** What a reminder is about: when the item begins, ISO, as it is planned now. */
	begins: string | null;
	/** Why the text was hidden, in a lead's words; for its author alone. */
	because: string | null;
	/** Whether the text was taken away since, or is out of sight. */
	state: 'there' | 'hidden' | 'deleted';
	/** What happened, as a sentence in the reader's language, where its noun has one of its own. */
	says?: string;
	/** How it begins; null when it is not there to be read. */
	excerpt: Excerpt | null;
}
