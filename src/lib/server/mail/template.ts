import type { MailKind } from '#lib/model/mail/kinds.ts';
import type { Email } from '#lib/model/mail/email.ts';
import type { Services } from '../services.ts';
import type { MailRecipient } from './transport.ts';
import type { Mail } from './lease.ts';

/** An email and its recipient; or when to ask again; or null when there is nothing more to say to its reader. */
export type RenderedEmail = { email: Email; to: MailRecipient } | { later: Date } | null;

/** Renders the email of a mail at the moment when it is sent, as its reader may see things then. */
export type EmailTemplate = (services: Services, mail: Mail) => Promise<RenderedEmail>;

/** The templates of all kinds; each noun has those of its own. */
export type EmailTemplates = Partial<Record<MailKind, EmailTemplate>>;
