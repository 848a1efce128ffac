import { z } from 'zod';
import { cleanLine, cleanText } from '#lib/model/documents/clean.ts';

/** What people type into forms, cleaned before it is looked at. Longer than `most` characters is refused as `too_long`. */

export function typedLine(most: number) {
	return z
		.string()
		.transform(cleanLine)
		.refine((line) => line.length <= most, 'too_long');
}

/** Of several lines. */
export function typedText(most: number) {
	return z
		.string()
		.transform((typed) => cleanText(typed).trim())
		.refine((text) => text.length <= most, 'too_long');
}

/** For `refine`, with the code `needed`. */
export const saysSomething = (typed: string): boolean => typed !== '';
