import { randomInt } from 'node:crypto';

const signs = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A new id for a block: one of some 10^15. */
export function newBlockId(): string {
	return Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('');
}
