import type { MailKind } from './kinds.ts';

/** A letter that was given up, as those read of it who lead the network. */
export interface FailedLetter {
	id: string;
	kind: MailKind;
	/** Whom it was for. */
	name: string;
	at: string;
	/** Refused by the mail server over there, or given up after days of trying. */
	why: 'refused' | 'tried';
}
