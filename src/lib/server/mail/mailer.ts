import type { Config } from '../platform/config.ts';
import type { Database, Transaction } from '../db/client.ts';
import { mails } from '../db/schema/mail.ts';
import type { Clock } from '../platform/clock.ts';
import type { Services } from '../services.ts';
import { noTransport, type Transport } from './transport.ts';
import { mailboxTransport } from './mailbox-transport.ts';
import { senderOf } from './message.ts';
import { startMailWorker, type MailWorker } from './worker.ts';
import { smtpTransport } from './smtp.ts';
import type { EmailTemplates } from './template.ts';

type NewMail = Pick<typeof mails.$inferInsert, 'kind' | 'personId' | 'subjectId' | 'itemKind' | 'address' | 'secret'> & { dueAt?: Date };

/** Takes mail to send. A mail exists exactly if its transaction commits, and is then sent, whatever happens to this process. */
export interface Mailer {
	kind: Transport['kind'];
	/** Queues a mail and returns its id; null where this installation sends none. */
	queue(tx: Transaction | Database, mail: NewMail): Promise<string | null>;
	/** Called after the commit: what is due goes out now, in this process if it sends mail. */
	wake(): void;
	/** From now on this process sends. */
	start(services: Services, templates: EmailTemplates): void;
	/** Sends what is due and says when that is done; for tests and the terminal. */
	sendDue(): Promise<void>;
	stop(): Promise<void>;
}

/** Connections to the mail server at once. */
export const connections = 2;

export function transportsFor(config: Config, db: Database): Transport[] {
	const sender = senderOf(config.mailFrom, new URL(config.publicUrl).hostname);
	const { smtpUrl } = config;
	if (smtpUrl) return Array.from({ length: connections }, () => smtpTransport(smtpUrl, sender));
	return config.demo ? [mailboxTransport(db)] : [];
}

export function createMailer(clock: Clock, transports: readonly Transport[]): Mailer {
	let worker: MailWorker | undefined;
	const { kind } = transports[0] ?? noTransport;
	return {
		kind,
		async queue(tx, { dueAt, ...mail }) {
			if (kind === 'none') return null;
			const now = clock.now();
			const [queued] = await tx
				.insert(mails)
				.values({ ...mail, createdAt: now, dueAt: dueAt ?? now })
				.returning({ id: mails.id });
			return queued?.id ?? null;
		},
		wake: () => void worker?.sendDue(),
		start(services, templates) {
			if (kind !== 'none') worker ??= startMailWorker(services, templates, transports);
		},
		sendDue: async () => worker?.sendDue(),
		async stop() {
			await worker?.close();
			worker = undefined;
		}
	};
}
