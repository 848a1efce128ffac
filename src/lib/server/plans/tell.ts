import type { DomainEvent } from '#lib/model/events.ts';
import type { Placed } from '#lib/model/command.ts';
import { planDraftStream, planStream } from '#lib/model/plans/plan.ts';
import type { Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { record } from '../events/record.ts';
import type { FoundPlan } from './find.ts';

/** Says in the stream into which a plan speaks now what happened to it, as the last statement of its command. */
export async function tellOfPlan(
	tx: Transaction,
	{ now, recorded }: Pick<Context<unknown>, 'now' | 'recorded'>,
	{
		plan,
		by,
		id,
		event
	}: { plan: Pick<FoundPlan, 'id' | 'stream'>; by: string; /** What the command made or changed. */ id: string; event: DomainEvent }
): Promise<Placed> {
	const stream = plan.stream === null ? planDraftStream(plan.id) : planStream(plan.id);
	const placed = await record(tx, { stream, actorId: by, at: now, event });
	recorded(placed);
	return { id, seq: placed.seq };
}
