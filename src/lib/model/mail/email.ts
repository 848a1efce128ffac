/** What stands in an email, in order. */
export type Part =
	/** A paragraph. */
	| { is: 'words'; words: string }
	/** What the parts after it belong to. */
	| { is: 'heading'; words: string; url: string | null }
	/** What somebody said, with the place where they said it and a line in the email's own words of what came with it. */
	| { is: 'quotation'; by: string; words: string; lang: string; with?: string; url: string }
	/** The one thing to do. */
	| { is: 'door'; words: string; url: string }
	| { is: 'link'; words: string; url: string };

/** An email before it is plain text or HTML: its words, in the reader's language, and nothing of how it travels. */
export interface Email {
	lang: string;
	subject: string;
	/** Whose name its sender bears beside the product's: who speaks in it. Null where that is nobody, or many. */
	by: string | null;
	title: string;
	/** What lists of emails show beneath the subject, before the email is opened. */
	preview: string;
	parts: Part[];
	/** Why it came and how to be without it, in small print. */
	foot: Part[];
	/** What it belongs with: mail programs keep emails of the same thread together. */
	thread: string | null;
	/** Where the reader has no more of its kind with one click. */
	unsubscribe: string | null;
}

export function email(given: Pick<Email, 'lang' | 'subject' | 'parts'> & Partial<Email>): Email {
	return { by: null, title: given.subject, preview: '', foot: [], thread: null, unsubscribe: null, ...given };
}
