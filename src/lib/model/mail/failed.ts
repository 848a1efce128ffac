/** An email that was given up, as those read of it who lead the network. */
export interface FailedEmail {
	id: string;
	/** What such an email is called, in the reader's language. */
	called: string;
	/** Whom it was for. */
	name: string;
	at: string;
	/** Refused by the mail server over there, or given up after days of trying. */
	why: 'refused' | 'tried';
}

/** Nothing leaves for the time being: it waits and goes out by itself once that is mended. */
export interface MailTrouble {
	/** How many emails wait. */
	waiting: number;
	/** Since when the oldest of them does. */
	since: string;
	why: 'password' | 'certificate' | 'refused' | 'away';
}
