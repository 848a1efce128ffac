import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Envelope } from '#lib/model/events.ts';
import { attempt, firstAnswer } from './command-log.ts';
import type { Transaction } from '../db/client.ts';
import { commands } from '../db/schema/streams.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../services.ts';

export interface Context<Input> {
	actor: Actor;
	/** Also the id of what a command creates, so that its author knows the echo. */
	commandId: string;
	input: Input;
	now: Date;
	services: Services;
	/** Hands over what was recorded, for the readers of its stream to get after the commit. */
	recorded(event: Envelope): void;
	/** Has something done after the commit. */
	afterwards(work: () => void): void;
}

/** @typeParam Input what it takes, as its schema lets it in */
export interface Command<Result, Input = unknown> {
	(services: Services, actor: Actor, raw: unknown): Promise<Result>;
	readonly input: z.ZodType<Input>;
}

/** A write to shared content, of which the work can also be done as part of something larger. */
export interface SharedCommand<Result, Input> extends Command<Result, Input> {
	/** Does its work within a transaction that somebody else began, with input that `input` let in; no repetition is noticed. */
	within(this: void, tx: Transaction, context: Context<Input>): Promise<Result>;
}

/**
 * A write that needs no id of a command, because doing it twice changes nothing.
 * @throws Invalid, and what `run` throws
 */
export function repeatable<Input, Result>({
	input,
	run
}: {
	input: z.ZodType<Input>;
	run(services: Services, actor: Actor, input: Input): Promise<Result>;
}): Command<Result, Input> {
	return Object.assign(async (services: Services, actor: Actor, raw: unknown) => run(services, actor, parse(input, raw)), { input });
}

/**
 * A write to shared content: parsed, done once for each command id, in one transaction, its readers woken after the commit.
 * The result is kept with the id and answers every repetition, so it holds ids and never a text.
 * @throws Invalid, NotFound, Forbidden; Conflict `command_reused` when the id came before with other input or from another person
 */
export function command<Input, Result, Ready = undefined>({
	name,
	input: schema,
	prepare,
	run
}: {
	name: string;
	input: z.ZodType<Input>;
	/**
	 * What takes long and needs no lock, before the transaction; what it is made of may be another when the transaction begins.
	 * It throws nothing that `run` does not throw, and says nothing to who may not know: `run` alone answers.
	 */
	prepare?(services: Services, actor: Actor, input: Input): Promise<Ready>;
	/** @param ready what was prepared, if it was */
	run(tx: Transaction, context: Context<Input>, ready?: Ready): Promise<Result>;
}): SharedCommand<Result, Input> {
	const once = async (services: Services, actor: Actor, raw: unknown): Promise<Result> => {
		const tried = attempt(name, schema, actor, raw);
		const { id, actorId, inputHash, input } = tried;
		const ready = await prepare?.(services, actor, input);
		const now = services.clock.now();
		const events: Envelope[] = [];
		const after: (() => void)[] = [];

		const result = await services.db.transaction(async (tx) => {
			const mine = await tx
				.insert(commands)
				.values({ id, name, actorId, inputHash, at: now })
				.onConflictDoNothing()
				.returning({ id: commands.id });
			if (mine.length === 0) return firstAnswer<Result>(tx, tried);
			const context: Context<Input> = {
				actor,
				commandId: id,
				input,
				now,
				services,
				recorded: (event) => void events.push(event),
				afterwards: (work) => void after.push(work)
			};
			const answer = await run(tx, context, ready);
			await tx
				.update(commands)
				.set({ result: sql`${JSON.stringify(answer ?? null)}::jsonb` })
				.where(eq(commands.id, id));
			return answer;
		});
		// Before the readers are woken: who may not hear of it any more is among them no longer.
		for (const work of after) work();
		services.feed.wake(events);
		return result;
	};
	return Object.assign(once, { input: schema, within: run });
}
