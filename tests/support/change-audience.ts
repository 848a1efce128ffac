import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#lib/server/commands/command.ts';
import { changeAudience } from '#lib/server/threads/change-audience.ts';

/**
 * Changes who may hear a stream, as a noun does in a command of its own.
 * `hold`: milliseconds for which it keeps the stream. `silent`: no trigger tells others, as if they had not listened yet.
 */
export const setAudience = command({
	name: 'test.setAudience',
	input: z.object({ stream: z.string(), audience: z.array(z.string()), hold: z.number().default(0), silent: z.boolean().default(false) }),
	async run(tx, context) {
		const { hold, silent, ...input } = context.input;
		if (silent) await tx.execute(sql`set local session_replication_role = replica`);
		const seq = await changeAudience(tx, context, input);
		if (hold > 0) await setTimeout(hold);
		return { seq };
	}
});
