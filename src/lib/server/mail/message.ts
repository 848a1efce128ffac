import MailComposer from 'nodemailer/lib/mail-composer';
import { asHtml } from '#lib/model/mail/html.ts';
import { asText } from '#lib/model/mail/text.ts';
import type { Outgoing } from './transport.ts';

/** Who writes: the sender's name and address, and the host whose name makes ids unique in the world. */
export interface Sender {
	name: string;
	address: string;
	host: string;
}

/** The sender as configured, `Swing <swing@example.org>` or an address alone. */
export function senderOf(from: string, host: string): Sender {
	const named = /^(.*)<([^>]+)>\s*$/.exec(from);
	return { name: (named?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1'), address: (named?.[2] ?? from).trim(), host };
}

/** The email as it travels: headers, plain text and HTML. */
export function messageOf({ id, to, email, at }: Outgoing, { name, address, host }: Sender): Promise<Buffer> {
	const thread = email.thread && `<${email.thread}@${host}>`;
	return new MailComposer({
		from: { name: email.by ? `${email.by} (${name || 'Swing'})` : name, address },
		to,
		date: at,
		messageId: `<${id}@${host}>`,
		subject: email.subject,
		text: asText(email),
		html: asHtml(email),
		...(thread && { inReplyTo: thread, references: thread }),
		headers: {
			'Content-Language': email.lang,
			'Auto-Submitted': 'auto-generated',
			'X-Auto-Response-Suppress': 'OOF, AutoReply',
			...(email.unsubscribe && {
				'List-Unsubscribe': `<${email.unsubscribe}>`,
				'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
			})
		},
		disableFileAccess: true,
		disableUrlAccess: true
	})
		.compile()
		.build();
}
