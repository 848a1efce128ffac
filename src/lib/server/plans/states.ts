import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { audienceOfPlan, planStream, type PlanState } from '#lib/model/plans/plan.ts';
import { planLimits } from '#lib/model/plans/section.ts';
import { shownAt } from '#lib/model/zoned.ts';
import { authorize } from '../access/authorize.ts';
import { command } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { plans } from '../db/schema/plans.ts';
import { planDeclarations } from '../db/schema/plan-versions.ts';
import { openStream } from '../events/record.ts';
import { Conflict, Invalid } from '../platform/errors.ts';
import { saysSomething, typedLine, typedText } from '../platform/typed.ts';
import { holdFilesOfPlan } from './files.ts';
import { planToChange, type FoundPlan } from './find.ts';
import { cancelEnd, planEnd } from './reminders.ts';
import { tellOfPlan } from './tell.ts';
import { announceAdoption, askNetwork, finishAsking, tellFollowers } from './tell-people.ts';
import { freeze } from './versions/freeze.ts';

const which = z.object({ id: z.uuid() });
const asked = which.extend({
	question: typedText(planLimits.question).refine(saysSomething, 'needed'),
	endsOn: z.iso.date('no_day')
});

/** A plan that its city changes, in one of these states. @throws NotFound, Forbidden, Conflict `plan_state` */
async function ofCity(tx: Transaction, actor: Actor, id: string, states: readonly PlanState[]): Promise<{ plan: FoundPlan; by: string }> {
	const plan = await planToChange(tx, actor, id);
	const by = authorize(actor, 'plan.write', { network: plan.networkId, city: plan.city }).id;
	if (!states.includes(plan.state)) throw new Conflict('plan_state', plan.state);
	return { plan, by };
}

/** @throws Invalid `past` where that day is over */
function notOver(endsOn: string, now: Date): void {
	// A day has begun everywhere once it has begun in UTC+14, and is over everywhere only twelve hours after UTC.
	if (endsOn < shownAt(now, 'UTC').date) throw new Invalid([{ field: 'endsOn', code: 'past' }]);
}

/**
 * Opens a draft: from now on everybody in the network reads the working text as it is saved, and is asked until a day. What was
 * said of the draft stays with those who read it. Nothing leads back.
 * @throws NotFound, Forbidden, Conflict `plan_state`; Invalid
 */
export const openConsultation = command({
	name: 'plan.open',
	input: asked,
	async run(tx, context) {
		const { actor, input, now } = context;
		const { id, question, endsOn } = input;
		const { plan, by } = await ofCity(tx, actor, id, ['draft']);
		notOver(endsOn, now);
		const stream = planStream(id);
		await openStream(tx, {
			id: stream,
			network: plan.networkId,
			kind: 'plan',
			subjectId: id,
			audience: audienceOfPlan({ network: plan.networkId })
		});
		await tx
			.update(plans)
			.set({ state: 'consultation', question, endsOn, stream, openedAt: now, changedAt: now })
			.where(eq(plans.id, id));
		const { manifest } = await freeze(tx, { plan, kind: 'opened', name: '', by, at: now });
		await planEnd(tx, { id, partnerId: plan.partnerId, endsOn });
		// Pages that were opened before hear of it where they listen, and of what comes after in the new stream.
		await tellOfPlan(tx, context, { plan, by, id, event: { name: 'plan.released', payload: { id } } });
		const open = { ...plan, stream };
		const placed = await tellOfPlan(tx, context, { plan: open, by, id, event: { name: 'plan.opened', payload: { id, manifest } } });
		await askNetwork(tx, context, { plan: open, by, seq: placed.seq });
		return placed;
	}
});

/** Says the question or its last day anew; a plan that was revised is asked about again. @throws as `openConsultation` */
export const askAnew = command({
	name: 'plan.askAnew',
	input: asked,
	async run(tx, context) {
		const { actor, input, now } = context;
		const { id, question, endsOn } = input;
		const { plan, by } = await ofCity(tx, actor, id, ['consultation', 'revised']);
		notOver(endsOn, now);
		await tx.update(plans).set({ state: 'consultation', question, endsOn, changedAt: now }).where(eq(plans.id, id));
		await planEnd(tx, { id, partnerId: plan.partnerId, endsOn });
		const placed = await tellOfPlan(tx, context, { plan, by, id, event: { name: 'plan.asked', payload: { id, endsOn } } });
		// Another day or better words ask nobody twice.
		if (plan.state === 'revised') await askNetwork(tx, context, { plan, by, seq: placed.seq });
		return placed;
	}
});

/** The consultation is worked in: a version is frozen that says so. @throws NotFound, Forbidden, Conflict `plan_state` */
export const revisePlan = command({
	name: 'plan.revise',
	input: which,
	async run(tx, context) {
		const { id } = context.input;
		const { plan, by } = await ofCity(tx, context.actor, id, ['consultation']);
		await tx.update(plans).set({ state: 'revised', changedAt: context.now }).where(eq(plans.id, id));
		await freeze(tx, { plan, kind: 'revised', name: '', by, at: context.now });
		await cancelEnd(tx, id);
		const placed = await tellOfPlan(tx, context, { plan, by, id, event: { name: 'plan.revised', payload: { id } } });
		await finishAsking(tx, context, { plan, by });
		await tellFollowers(tx, context, { plan, by, seq: placed.seq });
		return placed;
	}
});

/**
 * A political declaration adopts the plan: the version that is frozen carries it. A plan that was adopted is adopted anew when it
 * was written on.
 * @throws NotFound, Forbidden, Conflict `plan_state`; Invalid
 */
export const adoptPlan = command({
	name: 'plan.adopt',
	input: which.extend({
		body: typedLine(planLimits.declaration).refine(saysSomething, 'needed'),
		adoptedOn: z.iso.date('no_day'),
		file: z.uuid().nullable()
	}),
	async run(tx, context) {
		const { actor, input, now } = context;
		const { id, body, adoptedOn, file } = input;
		const { plan, by } = await ofCity(tx, actor, id, ['consultation', 'revised', 'adopted']);
		if (adoptedOn > shownAt(now, 'Pacific/Kiritimati').date) throw new Invalid([{ field: 'adoptedOn', code: 'not_yet' }]);
		if (file) await holdFilesOfPlan(tx, { plan, by, at: now, ids: [file] });
		await tx.update(plans).set({ state: 'adopted', changedAt: now }).where(eq(plans.id, id));
		const { version } = await freeze(tx, { plan, kind: 'adopted', name: '', by, at: now });
		await tx.insert(planDeclarations).values({ planId: id, version, body, adoptedOn, file });
		await cancelEnd(tx, id);
		const placed = await tellOfPlan(tx, context, { plan, by, id, event: { name: 'plan.adopted', payload: { id, version } } });
		await finishAsking(tx, context, { plan, by });
		await announceAdoption(tx, context, { plan, by, seq: placed.seq });
		return placed;
	}
});

/** Sets whether an adopted plan is being carried out. @throws NotFound, Forbidden, Conflict `plan_state` */
export const implementPlan = command({
	name: 'plan.implement',
	input: which.extend({ on: z.boolean() }),
	async run(tx, context) {
		const { id, on } = context.input;
		const { plan, by } = await ofCity(tx, context.actor, id, ['adopted']);
		await tx.update(plans).set({ implementing: on, changedAt: context.now }).where(eq(plans.id, id));
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'plan.implementing', payload: { id, on } } });
	}
});

/** Freezes what stands under a name. @throws NotFound, Forbidden, Invalid */
export const freezeVersion = command({
	name: 'plan.freeze',
	input: which.extend({ name: typedLine(planLimits.versionName).refine(saysSomething, 'needed') }),
	async run(tx, context) {
		const { id, name } = context.input;
		const { plan, by } = await ofCity(tx, context.actor, id, ['draft', 'consultation', 'revised', 'adopted']);
		const { version } = await freeze(tx, { plan, kind: 'frozen', name, by, at: context.now });
		const placed = await tellOfPlan(tx, context, { plan, by, id, event: { name: 'version.frozen', payload: { id, version, name } } });
		await tellFollowers(tx, context, { plan, by, seq: placed.seq });
		return { ...placed, version };
	}
});
