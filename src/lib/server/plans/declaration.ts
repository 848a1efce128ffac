import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { authorize } from '../access/authorize.ts';
import { command } from '../commands/command.ts';
import { planDeclarations } from '../db/schema/plan-versions.ts';
import { Conflict, NotFound } from '../platform/errors.ts';
import { holdFilesOfPlan } from './files.ts';
import { planToChange } from './find.ts';
import { tellOfPlan } from './tell.ts';

/**
 * Adds the file of the political declaration to a version that was adopted without it. Nobody is told: the adoption was announced.
 * A file that stands there already is not exchanged.
 * @throws NotFound also for a version that was not adopted, Forbidden, Conflict `plan_state` and `declaration_there`; Invalid
 */
export const attachDeclaration = command({
	name: 'plan.attachDeclaration',
	input: z.object({ id: z.uuid(), version: z.number().int().min(1).max(2_000_000_000), file: z.uuid() }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const { id, version, file } = input;
		const plan = await planToChange(tx, actor, id);
		const by = authorize(actor, 'plan.write', { network: plan.networkId, city: plan.city }).id;
		if (plan.state !== 'adopted') throw new Conflict('plan_state', plan.state);
		const which = and(eq(planDeclarations.planId, id), eq(planDeclarations.version, version));
		const [declaration] = await tx.select({ file: planDeclarations.file }).from(planDeclarations).where(which);
		if (!declaration) throw new NotFound();
		if (declaration.file !== null) throw new Conflict('declaration_there');
		await holdFilesOfPlan(tx, { plan, by, at: now, ids: [file] });
		await tx.update(planDeclarations).set({ file }).where(which);
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'plan.declared', payload: { id, version } } });
	}
});
