import { asHtml } from '#lib/model/mail/html.ts';
import { asText } from '#lib/model/mail/text.ts';
import type { Transport, Outgoing } from '#lib/server/mail/transport.ts';

/** An email as a test looks at it. */
export interface Collected extends Outgoing {
	text: string;
	html: string;
	subject: string;
	lang: string;
	address: string;
}

/** A transport that keeps what it is given. */
export function collecting(emails: Collected[]): Transport {
	return {
		kind: 'mailbox',
		async send(outgoing, beforeTransmission) {
			await beforeTransmission();
			const { email, to } = outgoing;
			emails.push({
				...outgoing,
				address: to.address,
				subject: email.subject,
				lang: email.lang,
				text: asText(email),
				html: asHtml(email)
			});
			return { how: 'accepted' };
		},
		close: () => {}
	};
}
