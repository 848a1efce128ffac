import { z } from 'zod';
import { cleanLine } from '#lib/model/documents/clean.ts';

/** An address as it is kept and compared. */
export const emailField = z
	.string()
	.max(254)
	.transform((typed) => cleanLine(typed).toLowerCase())
	.pipe(z.email());
