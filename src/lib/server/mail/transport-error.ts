import type { MailTrouble } from '#lib/model/mail/failed.ts';

/** What is wrong with the connection to the mail server itself, as a code that says so at its beginning; null where nothing is. */
export function transportError({
	code,
	originalCode,
	responseCode
}: {
	code?: string;
	originalCode?: string;
	responseCode?: number;
}): string | null {
	if (code === 'EAUTH') return ['EAUTH', responseCode].filter(Boolean).join(' ');
	if (originalCode && /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ERR_TLS/.test(originalCode)) return `ECERT ${originalCode}`;
	return code === 'ETLS' ? 'ECERT ETLS' : null;
}

/** What an answer after which no email could leave is about. */
export function troubleOf(answer: string): MailTrouble['why'] {
	if (answer.startsWith('EAUTH')) return 'password';
	if (answer.startsWith('ECERT')) return 'certificate';
	return /^\d/.test(answer) ? 'refused' : 'away';
}

/** The same for who reads the log. */
export const troubleInWords: Record<MailTrouble['why'], string> = {
	password: 'mail: the mail server does not accept the user or the password of SMTP_URL',
	certificate: 'mail: there is no secure line to the mail server, or its certificate is not trusted',
	refused: 'mail: the mail server takes nothing from us',
	away: 'mail: the mail server cannot be reached'
};
