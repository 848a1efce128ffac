import type { Formatter } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/m';
import { postLimit } from '#lib/model/documents/limits.ts';

/* What is said of texts that come near to what a post holds: fetched where one is so long. */

/** How many characters are left, or too many. */
export function sayLeft(left: number, format: Formatter): string {
	if (left < 0) return m.text_over({ count: -left, number: format.number(-left) });
	return m.text_left({ count: left, number: format.number(left) });
}

export function sayTooLong(over: number, format: Formatter): string {
	return m.text_too_long({ count: format.number(over) });
}

export function sayPasteTooLong(length: number, format: Formatter): string {
	return m.text_paste_too_long({ count: format.number(length), limit: format.number(postLimit) });
}
