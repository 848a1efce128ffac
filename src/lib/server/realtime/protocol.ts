import { z } from 'zod';

export const followInput = z.object({
	stream: z.string().max(100),
	seq: z.number().int().nonnegative(),
	packed: z.boolean().optional()
});
/** The rooms by which lines are cut are no streams: nobody leaves them. */
export const streamInput = z.object({ stream: z.string().max(100).includes(':') });
/** `about` is the key of a part of what the stream speaks of. */
export const writingInput = streamInput.extend({
	about: z
		.string()
		.max(60)
		.refine((key) => /^[a-z0-9-]+$/.test(key))
		.optional()
});
/**
 * `by` is whose command it is: the cookie of a line may have become another person's. What is asked for stays as it came:
 * the command itself reads it, and cleans what it cleans.
 */
export const commandInput = z.object({ name: z.string().max(100), by: z.string().max(100).optional() });
