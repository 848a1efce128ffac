import type { Letter } from '#lib/model/mail/letter.ts';

export interface MailRecipient {
	name: string;
	address: string;
}

/** A letter on its way: the same id however often it is tried. */
export interface Outgoing {
	id: string;
	to: MailRecipient;
	letter: Letter;
	at: Date;
}

export type Outcome =
	/** The mail server has said that it has it. */
	| { how: 'accepted' }
	/** It will not take this letter, now or later. */
	| { how: 'refused'; answer: string }
	/** It may take it later. */
	| { how: 'put off'; answer: string }
	/** It could not be reached, or takes nothing from us: no letter's fault. */
	| { how: 'no way'; answer: string }
	/** It was handed everything and the answer never came. */
	| { how: 'unsure'; answer: string };

/** How letters leave: by SMTP, into the demo's mailbox, or not at all. */
export interface Carrier {
	kind: 'smtp' | 'mailbox' | 'none';
	/**
	 * Never throws. `handing` is awaited right before the letter's words go out: until then the other side surely has
	 * not got it, and when it throws nothing goes out.
	 */
	carry(outgoing: Outgoing, handing: () => Promise<void>): Promise<Outcome>;
	close(): void;
}

/** Nobody carries anything: what would be mailed is not even noted. */
export const noCarrier: Carrier = {
	kind: 'none',
	carry: async () => ({ how: 'no way', answer: 'no SMTP_URL' }),
	close: () => {}
};
