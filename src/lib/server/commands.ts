import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/actor.ts';
import type { Transaction } from './db/client.ts';
import { commands } from './db/schema/streams.ts';
import { Conflict } from './errors.ts';
import type { Recorded } from './events/record.ts';
import { parse } from './parse.ts';
import type { Services } from './services.ts';

export interface Context<Input> {
	actor: Actor;
	/** Also the id of what a command creates, so that its author knows the echo. */
	commandId: string;
	input: Input;
	now: Date;
	services: Services;
	/** Names the streams written to, so that their readers are woken after the commit. */
	recorded(event: Recorded): void;
}

export type Command<Result> = (services: Services, actor: Actor, raw: unknown) => Promise<Result>;

const identified = z.object({ commandId: z.uuid() });

/**
 * A write to shared content: parsed, done once for each command id, in one transaction, its readers woken after the commit.
 * The result is kept with the id and answers every repetition, so it holds ids and never a text.
 * @throws Invalid, NotFound, Forbidden; Conflict `command_reused` when the id came before with other input or from another person
 */
export function command<Schema extends z.ZodType, Result>({
	name,
	input: schema,
	run
}: {
	name: string;
	input: Schema;
	run(tx: Transaction, context: Context<z.output<Schema>>): Promise<Result>;
}): Command<Result> {
	return async (services, actor, raw) => {
		const { commandId } = parse(identified, raw);
		const input = parse(schema, raw);
		const actorId = actor.kind === 'person' ? actor.id : null;
		const inputHash = createHash('sha256').update(JSON.stringify([name, input])).digest();
		const now = services.clock.now();
		const woken = new Set<string>();

		const result = await services.db.transaction(async (tx) => {
			const mine = await tx
				.insert(commands)
				.values({ id: commandId, name, actorId, inputHash, at: now })
				.onConflictDoNothing()
				.returning({ id: commands.id });
			if (mine.length === 0) return firstAnswer<Result>(tx, { commandId, actorId, inputHash });
			const answer = await run(tx, {
				actor,
				commandId,
				input,
				now,
				services,
				recorded: ({ stream }) => void woken.add(stream)
			});
			await tx
				.update(commands)
				.set({ result: sql`${JSON.stringify(answer ?? null)}::jsonb` })
				.where(eq(commands.id, commandId));
			return answer;
		});
		for (const stream of woken) services.feed.wake(stream);
		return result;
	};
}

async function firstAnswer<Result>(
	tx: Transaction,
	{
		commandId,
		actorId,
		inputHash
	}: { commandId: string; actorId: string | null; inputHash: Buffer }
): Promise<Result> {
	const [first] = await tx.select().from(commands).where(eq(commands.id, commandId));
	if (first && first.actorId === actorId && inputHash.equals(first.inputHash)) {
		return first.result as Result;
	}
	throw new Conflict('command_reused', first?.actorId === actorId ? first?.result : null);
}
