import type { Email } from '#lib/model/mail/email.ts';

export interface MailRecipient {
	name: string;
	address: string;
}

/** An email on its way: the same id however often it is tried. */
export interface Outgoing {
	id: string;
	to: MailRecipient;
	email: Email;
	at: Date;
}

export type Outcome =
	/** The mail server has said that it has it. */
	| { how: 'accepted' }
	/** It will not take this email, now or later. */
	| { how: 'refused'; answer: string }
	/** It may take it later. */
	| { how: 'put off'; answer: string }
	/** It could not be reached, or takes nothing from us: no email's fault. */
	| { how: 'transport error'; answer: string }
	/** Everything was transmitted and the answer never came. */
	| { how: 'unsure'; answer: string };

/** How mail is sent: by SMTP, into the demo's mailbox, or not at all. */
export interface Transport {
	kind: 'smtp' | 'mailbox' | 'none';
	/**
	 * Never throws. `beforeTransmission` is awaited right before the email's words go out: until then the other side surely has
	 * not got it, and when it throws nothing goes out.
	 */
	send(outgoing: Outgoing, beforeTransmission: () => Promise<void>): Promise<Outcome>;
	close(): void;
}

/** Sends nothing: the mailer does not even queue mail. */
export const noTransport: Transport = {
	kind: 'none',
	send: async () => ({ how: 'transport error', answer: 'no SMTP_URL' }),
	close: () => {}
};
