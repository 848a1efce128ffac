import { sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#lib/model/actor.ts';
import type { Envelope } from '#lib/model/events.ts';
import { attempt, firstAnswer, type Attempt } from './command-log.ts';
import type { Command, Context } from './commands.ts';

/** What a command at once answers: the id of what it made, which is its own, and its place in the stream. */
export interface Placed {
	id: string;
	seq: number;
}

const uniqueViolation = '23505';

interface AtOnce<Input> extends Omit<Context<Input>, 'recorded'> {
	actor: Actor;
	/** Part of the statement that writes; without it the command would not be done once only. */
	logged: SQL;
}

/**
 * For what everybody waits for: a command whose whole write is one statement with one event, which notes the command's
 * id too. Three round trips where `command` takes eight, and the stream is locked for no longer than the statement takes.
 * It promises the same.
 */
export function commandAtOnce<Schema extends z.ZodType>({
	name,
	input: schema,
	run
}: {
	name: string;
	input: Schema;
	run(context: AtOnce<z.output<Schema>>): Promise<Envelope>;
}): Command<Placed> {
	return async (services, actor, raw) => {
		const tried = attempt(name, schema, actor, raw);
		const { id: commandId, input } = tried;
		const now = services.clock.now();
		try {
			const event = await run({ actor, commandId, input, now, services, logged: log(tried, now) });
			services.feed.wake(event);
			return { id: commandId, seq: event.seq };
		} catch (error) {
			if (cameBefore(error)) return firstAnswer(services.db, tried);
			throw error;
		}
	};
}

function log({ id, name, actorId, inputHash }: Attempt<unknown>, now: Date): SQL {
	return sql`insert into commands (id, name, actor_id, input_hash, at, result)
		select ${id}, ${name}, ${actorId}, decode(${inputHash.toString('hex')}, 'hex'), ${now.toISOString()},
			jsonb_build_object('id', ${id}::text, 'seq', seq) from head`;
}

/**
 * Something of this id was there already, so nothing of the statement was done. What the command makes bears its id,
 * and which of the inserts finds that out first is PostgreSQL's choice; the log says whether it was this very command.
 */
function cameBefore(error: unknown): boolean {
	const { code } = ((error as Error).cause ?? error) as { code?: string };
	return code === uniqueViolation;
}
