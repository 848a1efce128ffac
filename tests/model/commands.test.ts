import { expect, test } from 'vitest';
import { z } from 'zod';
import type { CommandInput, Sent } from '#lib/model/commands.ts';
import { repeatable } from '#lib/server/commands/command.ts';
import type { Command } from '#lib/server/commands/command.ts';

type Deletes = Command<null, CommandInput<'deletePost'>>;

test('a command lets in what the model declares, and a looser one is none of its type', () => {
	const strict: Deletes = repeatable({ input: z.object({ id: z.uuid() }), run: async () => null });
	// @ts-expect-error a number is no id of a post
	const loose: Deletes = repeatable({ input: z.object({ id: z.number() }), run: async () => null });
	expect(strict.input.safeParse({ id: 1 }).success).toBe(false);
	expect(loose.input.safeParse({ id: 1 }).success).toBe(true);
});

test('what is done once only cannot be sent without its id', () => {
	// @ts-expect-error the id of the command is missing
	const deleting: Sent<'deletePost'> = { id: 'x' };
	const reading: Sent<'readNotifications'> = { ids: ['x'] };
	expect([deleting, reading]).toHaveLength(2);
});
