import { z } from 'zod';

/** Events after a cursor that travel at once; a reader further behind loads the page's data anew. */
export const mostMissed = 500;

export const followInput = z.object({
	stream: z.string().max(100),
	seq: z.number().int().nonnegative()
});
export const leaveInput = z.object({ stream: z.string().max(100) });
export const commandInput = z.object({ name: z.string().max(100), input: z.unknown() });
