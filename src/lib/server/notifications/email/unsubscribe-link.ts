import { readUnsubscribe, unsubscribeWords, type Unsubscribe } from '#lib/model/notifications/email/unsubscribe-token.ts';
import { isSignedAs, signWords } from '../../auth/sign-words.ts';
import type { Services } from '../../services.ts';

const purpose = (words: string) => `stop ${words}`;

/** A link that ends such emails without signing in, for whoever holds the email. */
export async function unsubscribeLink(services: Services, asked: Unsubscribe): Promise<string> {
	const words = unsubscribeWords(asked);
	return `${services.config.publicUrl}/unsubscribe/${words}.${await signWords(services, purpose(words))}`;
}

/** What a link ends; null when it is none of ours. */
export async function readUnsubscribeToken(services: Pick<Services, 'db'>, token: string): Promise<Unsubscribe | null> {
	const [words = '', signature = ''] = token.split('.');
	const asked = readUnsubscribe(words);
	if (!asked) return null;
	return (await isSignedAs(services, purpose(words), signature)) ? asked : null;
}
