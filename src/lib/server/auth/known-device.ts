import { randomBytes } from 'node:crypto';
import type { Services } from '../services.ts';
import { isSignedAs, signWords } from './sign-words.ts';

const words = (personId: string, device: string) => `device ${personId} ${device}`;

/** What a browser keeps where this person has signed in. It opens nothing: guesses are only counted apart from others' there. */
export async function deviceToken(services: Services, personId: string): Promise<string> {
	const device = randomBytes(9).toString('base64url');
	return `${device}.${await signWords(services, words(personId, device))}`;
}

/** The name of the browser by which its attempts are counted; null where this person has not signed in. */
export async function knownDevice(services: Services, personId: string, token: string | null): Promise<string | null> {
	const [, device, signature] = /^([\w-]{12})\.([\w-]{24})$/.exec(token ?? '') ?? [];
	if (!device || !signature) return null;
	return (await isSignedAs(services, words(personId, device), signature)) ? device : null;
}
