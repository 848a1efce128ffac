import type { MailKind } from '#lib/model/mail/kinds.ts';
import type { Letter } from '#lib/model/mail/letter.ts';
import type { Services } from '../platform/services.ts';
import type { MailRecipient } from './transport.ts';
import type { Mail } from './lease.ts';

/** A letter and whom it goes to; or when to ask again; or nothing, when there is nothing more to say to its reader. */
export type Written = { letter: Letter; to: MailRecipient } | { later: Date } | null;

/** Writes the letter of a mail at the moment when it is sent, as its reader may see things then. */
export type Writer = (services: Services, mail: Mail) => Promise<Written>;

/** Who writes what: the nouns do, each for its kinds. */
export type Writers = Partial<Record<MailKind, Writer>>;
