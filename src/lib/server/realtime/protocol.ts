import { z } from 'zod';

export const followInput = z.object({
	stream: z.string().max(100),
	seq: z.number().int().nonnegative()
});
export const leaveInput = z.object({ stream: z.string().max(100) });
export const commandInput = z.object({ name: z.string().max(100), input: z.unknown() });
