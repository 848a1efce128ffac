import { createHash } from 'node:crypto';
import { eq, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Database, Transaction } from '../db/client.ts';
import { commands } from '../db/schema/streams.ts';
import { Conflict } from '../platform/errors.ts';
import { parse } from '../platform/parse.ts';

/** One attempt at a command, as the log tells it from others. */
export interface LoggedAttempt<Input> {
	id: string;
	name: string;
	actorId: string | null;
	inputHash: Buffer;
	input: Input;
}

const identified = z.object({ commandId: z.uuid() });

/** @throws Invalid */
export function attempt<Schema extends z.ZodType>(
	name: string,
	schema: Schema,
	actor: Actor,
	raw: unknown
): LoggedAttempt<z.output<Schema>> {
	const { commandId } = parse(identified, raw);
	const input = parse(schema, raw);
	return {
		id: commandId,
		name,
		actorId: actor.kind === 'person' ? actor.id : null,
		inputHash: createHash('sha256')
			.update(JSON.stringify([name, input]))
			.digest(),
		input
	};
}

/** An attempt as it goes beside what it records. */
export interface Logged {
	id: string;
	name: string;
	/** SHA-256 of name and input, in hex. */
	hash: string;
}

/** Part of a statement that records what commands do (see `recordAll`), each with its `command` beside it. */
export const logged: SQL = sql`
	insert into commands (id, name, actor_id, input_hash, at, result)
	select (beside #>> '{command,id}')::uuid, beside #>> '{command,name}', actor, decode(beside #>> '{command,hash}', 'hex'), at,
		jsonb_build_object('id', beside #> '{command,id}', 'seq', seq)
	from made`;

/**
 * What the first attempt under this id was answered.
 * @throws Conflict `command_reused` when it was another command: other input, or another person
 */
export async function firstAnswer<Result>(db: Database | Transaction, { id, actorId, inputHash }: LoggedAttempt<unknown>): Promise<Result> {
	const [first] = await db.select().from(commands).where(eq(commands.id, id));
	if (first && first.actorId === actorId && inputHash.equals(first.inputHash)) {
		return first.result as Result;
	}
	throw new Conflict('command_reused', first?.actorId === actorId ? first?.result : null);
}
