import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#lib/model/policy.ts';
import { planParts, templateLimits } from '#lib/model/plans/parts.ts';
import { authorize } from '../../access/authorize.ts';
import { noted } from '../../audit/record-audit.ts';
import { command } from '../../commands/command.ts';
import { planTemplates } from '../../db/schema/plans.ts';
import { NotFound } from '../../platform/errors.ts';
import { saysSomething, typedLine, typedText } from '../../platform/typed.ts';

const localized = (line: z.ZodType<string>) => z.object({ en: line }).catchall(line);

const part = z.strictObject({
	part: z.enum(planParts).nullable(),
	title: localized(typedLine(templateLimits.title).refine(saysSomething, 'needed')),
	hint: localized(typedText(templateLimits.hint))
});

/** A lead says what parts a plan begins with from now on; plans that were begun stay as they are. @throws NotFound, Forbidden, Invalid */
export const shapeTemplate = command({
	name: 'plan.shapeTemplate',
	input: z.object({
		network: z.uuid(),
		parts: z
			.array(part)
			.min(1)
			.refine((all) => all.length <= templateLimits.parts, 'too_many')
			.refine((all) => all.every(({ part }, at) => part === null || all.findIndex((one) => one.part === part) === at), 'twice')
	}),
	async run(tx, { actor, commandId: id, input: { network, parts }, now }) {
		if (!can(actor, 'network.read', { network })) throw new NotFound();
		const { id: by } = authorize(actor, 'plan.template', { network });
		await tx.delete(planTemplates).where(eq(planTemplates.networkId, network));
		await tx.insert(planTemplates).values(parts.map((one, position) => ({ networkId: network, position, ...one })));
		await noted(tx, { at: now, actorId: by, action: 'plan.template', subjectKind: 'network', subjectId: network, networkId: network });
		return { id };
	}
});
