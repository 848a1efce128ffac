import { createHash, randomBytes } from 'node:crypto';

/** A secret for a cookie or a link; 256 random bits, safe in addresses. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** What is stored of a token: whoever reads the table cannot use it. */
export function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
