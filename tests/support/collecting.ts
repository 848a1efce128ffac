import { asHtml } from '#lib/model/mail/html.ts';
import { asText } from '#lib/model/mail/text.ts';
import type { Transport, Outgoing } from '#lib/server/mail/transport.ts';

/** A letter as a test looks at it. */
export interface Collected extends Outgoing {
	text: string;
	html: string;
	subject: string;
	lang: string;
	address: string;
}

/** A transport that keeps what it is given. */
export function collecting(letters: Collected[]): Transport {
	return {
		kind: 'mailbox',
		async send(outgoing, beforeTransmission) {
			await beforeTransmission();
			const { letter, to } = outgoing;
			letters.push({
				...outgoing,
				address: to.address,
				subject: letter.subject,
				lang: letter.lang,
				text: asText(letter),
				html: asHtml(letter)
			});
			return { how: 'accepted' };
		},
		close: () => {}
	};
}
