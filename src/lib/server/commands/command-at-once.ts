import type { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Placed } from '#lib/model/command.ts';
import type { Envelope } from '#lib/model/events.ts';
import { attempt, firstAnswer, type Logged } from './command-log.ts';
import type { Command, Context } from './command.ts';
import { databaseRefusal } from '../db/refusal.ts';
import type { Services } from '../services.ts';

const uniqueViolation = '23505';

export interface AtOnce<Input> extends Omit<Context<Input>, 'recorded' | 'afterwards'> {
	actor: Actor;
	/** To be noted by the statement that writes; without it the command would not be done once only. */
	logged: Logged;
}

/**
 * For what everybody waits for: a command whose whole write is one statement, which notes the command's id too and may
 * do the same for others that come at the same time. Few round trips where `command` takes eight, and the stream is
 * locked for no longer than the statement takes. It promises the same; whoever writes wakes the readers.
 */
export function commandAtOnce<Input>({
	name,
	input: schema,
	run
}: {
	name: string;
	input: z.ZodType<Input>;
	run(context: AtOnce<Input>): Promise<Envelope>;
}): Command<Placed, Input> {
	const atOnce = async (services: Services, actor: Actor, raw: unknown): Promise<Placed> => {
		const tried = attempt(name, schema, actor, raw);
		const { id, input, inputHash } = tried;
		const now = services.clock.now();
		try {
			const { seq } = await run({
				actor,
				commandId: id,
				input,
				now,
				services,
				logged: { id, name, hash: inputHash.toString('hex') }
			});
			return { id, seq };
		} catch (error) {
			if (cameBefore(error)) return firstAnswer(services.db, tried);
			throw error;
		}
	};
	return Object.assign(atOnce, { input: schema });
}

/**
 * Something of this id was there already, so nothing of the statement was done. What the command makes bears its id,
 * and which of the inserts finds that out first is PostgreSQL's choice; the log says whether it was this very command.
 */
function cameBefore(error: unknown): boolean {
	return databaseRefusal(error) === uniqueViolation;
}
