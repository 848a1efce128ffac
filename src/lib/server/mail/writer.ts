import type { MailKind } from '#lib/model/mail/kinds.ts';
import type { Email } from '#lib/model/mail/email.ts';
import type { Services } from '../platform/services.ts';
import type { MailRecipient } from './transport.ts';
import type { Mail } from './lease.ts';

/** An email and whom it goes to; or when to ask again; or nothing, when there is nothing more to say to its reader. */
export type Written = { email: Email; to: MailRecipient } | { later: Date } | null;

/** Writes the email of a mail at the moment when it is sent, as its reader may see things then. */
export type Writer = (services: Services, mail: Mail) => Promise<Written>;

/** Who writes what: the nouns do, each for its kinds. */
export type Writers = Partial<Record<MailKind, Writer>>;
