import { asHtml } from '#lib/model/mail/html.ts';
import { asText } from '#lib/model/mail/text.ts';
import type { Database } from '../db/client.ts';
import { mailbox } from '../db/schema/mail.ts';
import type { Transport } from './transport.ts';

/** The demo's transport: it keeps mail in a table, under its id and so only once. */
export function mailboxTransport(db: Database): Transport {
	return {
		kind: 'mailbox',
		async send({ id, to, email, at }, beforeTransmission) {
			await beforeTransmission();
			const kept = {
				id,
				recipient: to.address,
				subject: email.subject,
				text: asText(email),
				html: asHtml(email),
				lang: email.lang,
				at
			};
			await db.insert(mailbox).values(kept).onConflictDoNothing({ target: mailbox.id });
			return { how: 'accepted' };
		},
		close: () => {}
	};
}
