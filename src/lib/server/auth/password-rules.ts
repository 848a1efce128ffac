import { z } from 'zod';

export const shortestPassword = 10;
export const longestPassword = 200;

export const passwordField = z
	.string()
	.max(longestPassword)
	.refine((password) => [...password].length >= shortestPassword, 'too_short');

/** Whether a password is little more than its owner's name or address. */
export function tellsOwner(password: string, { name, email }: { name: string; email: string }): boolean {
	const plain = (text: string) =>
		text
			.normalize('NFKD')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]/gu, '');
	const secret = plain(password);
	const [account = ''] = email.split('@');
	return [name, email, account].map(plain).some((own) => own.length > 2 && secret.includes(own) && secret.length - own.length < 6);
}
