import type { Locale } from '#lib/i18n/locales.ts';
import type { Email } from '#lib/model/mail/email.ts';
import { slot } from '../platform/slot.ts';
import type { Services } from '../services.ts';
import type { MailRecipient } from './transport.ts';
import type { Mail } from './lease.ts';

/** An email and its recipient; or when to ask again; or null when there is nothing more to say to its reader. */
export type RenderedEmail = { email: Email; to: MailRecipient } | { later: Date } | null;

/** How one kind of email is written, and told of. */
export interface EmailTemplate {
	/** What such an email is called among those that did not arrive: "reminder". */
	called(this: void, locale: Locale): string;
	/** Renders the email of a mail at the moment when it is sent, as its reader may see things then. */
	render(this: void, services: Services, mail: Mail): Promise<RenderedEmail>;
}

/** Templates by their kind of email; each noun has those of its own kinds. */
export type EmailTemplates = Readonly<Record<string, EmailTemplate>>;

/** Those of all kinds. */
export const emailTemplates = slot<EmailTemplates>('email templates');
