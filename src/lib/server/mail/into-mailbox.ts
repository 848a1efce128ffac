import { asHtml } from '#lib/model/mail/html.ts';
import { asText } from '#lib/model/mail/text.ts';
import type { Database } from '../db/client.ts';
import { mailbox } from '../db/schema/mail.ts';
import type { Carrier } from './transport.ts';

/** The demo's carrier: what would have left lies in a table, under the id of the mail and so only once. */
export function intoMailbox(db: Database): Carrier {
	return {
		kind: 'mailbox',
		async carry({ id, to, letter, at }, handing) {
			await handing();
			const kept = {
				id,
				recipient: to.address,
				subject: letter.subject,
				text: asText(letter),
				html: asHtml(letter),
				lang: letter.lang,
				at
			};
			await db.insert(mailbox).values(kept).onConflictDoNothing({ target: mailbox.id });
			return { how: 'accepted' };
		},
		close: () => {}
	};
}
