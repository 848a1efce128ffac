import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { Config } from '../config.ts';
import type { Database } from '../db/client.ts';
import { mailbox } from '../db/schema/mail.ts';
import type { Clock } from '../clock.ts';

export interface Mail {
	to: string;
	subject: string;
	text: string;
	lang: string;
}

export interface Mailer {
	/** How mail leaves: by SMTP, into the demo's mailbox page, or not at all. */
	kind: 'smtp' | 'mailbox' | 'none';
	/** Resolves when the mail has been handed over. */
	send(mail: Mail): Promise<void>;
	close(): void;
}

export function createMailer(config: Config, db: Database, clock: Clock): Mailer {
	if (config.smtpUrl) return bySmtp(config.smtpUrl, config.mailFrom);
	if (config.demo) return intoMailbox(db, clock);
	return { kind: 'none', send: async () => {}, close: () => {} };
}

function bySmtp(url: string, from: string): Mailer {
	const transport = nodemailer.createTransport(url);
	return {
		kind: 'smtp',
		async send({ to, subject, text, lang }) {
			await transport.sendMail({
				from,
				to,
				subject,
				text,
				headers: { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated' }
			});
		},
		close: () => transport.close()
	};
}

function intoMailbox(db: Database, clock: Clock): Mailer {
	return {
		kind: 'mailbox',
		async send({ to, subject, text, lang }) {
			await db
				.insert(mailbox)
				.values({ id: randomUUID(), recipient: to, subject, text, lang, at: clock.now() });
		},
		close: () => {}
	};
}
