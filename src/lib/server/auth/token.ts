import { createHash, randomBytes } from 'node:crypto';

/** A secret for a cookie or a link; 256 random bits unless fewer bytes are asked for, safe in addresses. */
export function newToken(bytes = 32): string {
	return randomBytes(bytes).toString('base64url');
}

/** What is stored of a token: whoever reads the table cannot use it. */
export function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
