import { z } from 'zod';
import { Invalid } from '../platform/errors.ts';
import { isCommon, undisguised } from './common-passwords.ts';
import { repeats } from './repeats.ts';
import { visibleSigns } from './visible-signs.ts';

export const shortestPassword = 10;
export const longestPassword = 200;

/** A new password as far as it speaks for itself. Every sign counts, spaces between words too; no kinds of signs are asked for. */
export const passwordField = z
	.string()
	.max(longestPassword)
	.superRefine((password, context) => {
		const code = wrongWith(password.normalize('NFC'));
		if (code) context.addIssue({ code: 'custom', message: code });
	});

function wrongWith(password: string): string | null {
	if (/[\p{Cc}\p{Cs}]/u.test(password)) return 'controls';
	if (!/\P{Z}/u.test(visibleSigns(password))) return password === '' ? 'too_short' : 'blank';
	return [...password].length < shortestPassword ? 'too_short' : null;
}

/** Whose password it is, by what everybody may know of them. */
interface Owner {
	name: string;
	email: string;
	/** Names of their networks, and of the cities in these (see `namesAround`). */
	around: readonly string[];
}

/** What stands on every page of the product. */
const names = ['swing', 'urbact'];

/**
 * Refuses what is guessed first: what many people use, one sign again and again, and what is little more than the owner's
 * name or address, a name of their networks and cities, or the name of the product (NIST SP 800-63B, 3.1.1.2).
 * @throws Invalid `common`, `repeats` or `tells_owner`
 */
export async function refuseGuessable(password: string, owner: Owner): Promise<void> {
	const refuse = (code: string): never => {
		throw new Invalid([{ field: 'password', code }]);
	};
	if (repeats(password)) refuse('repeats');
	if (await isCommon(password)) refuse('common');
	for (const said of [password, undisguised(password)]) {
		const rest = withoutNames(plain(said), owner);
		if (rest !== null && (rest.length < 6 || (await isCommon(rest)))) refuse('tells_owner');
	}
}

const plain = (text: string) =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** What is left of a secret without the names that stand in it; null where none does. */
function withoutNames(secret: string, { name, email, around }: Owner): string | null {
	const [account = ''] = email.split('@');
	const words = [name, ...around].flatMap((one) => one.split(/[\s-]+/));
	const parts = [...words, ...account.split(/[._+-]+/), ...names].map(plain).filter((part) => part.length > 3);
	const known = [name, email, account, ...around].map(plain).filter((own) => own.length > 2);
	const longestFirst = [...known, ...parts].sort((a, b) => b.length - a.length);
	const rest = longestFirst.reduce((left, own) => left.replaceAll(own, ''), secret);
	if (rest.length === secret.length) return null;
	// Two letters stand in any word: those of a city are a name only where no other letters do.
	return around.map(plain).includes(rest.replace(/\P{L}/gu, '')) ? '' : rest;
}
