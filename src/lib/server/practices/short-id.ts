import { randomInt } from 'node:crypto';

/** Without letters that are taken for one another, or for a numeral. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz';

/** Eight signs that end the address of an entry for ever: one of 850 thousand million. */
export function newShortId(): string {
	return Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join('');
}
