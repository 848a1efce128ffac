import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { adoptionLimits, moduleChoices } from '#lib/model/adoptions/stages.ts';
import { cleanLine } from '#lib/model/documents/clean.ts';
import { command } from '../commands/command.ts';
import { adoptionModules, adoptions } from '../db/schema/adoptions.ts';
import { Invalid } from '../platform/errors.ts';
import { typedText } from '../platform/typed.ts';
import { revisionOf } from '../practices/find.ts';
import { roughDay } from '../practices/rough-day.ts';
import { tellNetwork } from './tell-network.ts';
import { adoptionToChange } from './find.ts';

/**
 * A city says what it does with a part of the practice, as that is published now. @throws NotFound, Forbidden, Invalid
 * `no_module`, Conflict `adoption_state`
 */
export const chooseModule = command({
	name: 'adoption.choose',
	input: z.object({
		id: z.uuid(),
		module: z.uuid(),
		choice: z.enum(moduleChoices),
		note: typedText(adoptionLimits.module)
	}),
	async run(tx, context) {
		const { actor, input, now: at } = context;
		const { row, person } = await adoptionToChange(tx, actor, input.id, 'adoption.write');
		const [id, by] = [row.id, person.id];
		const { module, choice, note } = input;
		const { modules } = await revisionOf(tx, row.practiceId, row.publishedN);
		if (!modules.some((one) => one.id === module)) throw new Invalid([{ field: 'module', code: 'no_module' }]);
		await tx
			.insert(adoptionModules)
			.values({ adoptionId: id, moduleId: module, choice, note, by, at })
			.onConflictDoUpdate({ target: [adoptionModules.adoptionId, adoptionModules.moduleId], set: { choice, note, by, at } });
		return tellNetwork(tx, context, row, { by, event: { name: 'adoption.chosen', payload: { id, module } } });
	}
});

const nextStep = z
	.object({
		text: z
			.string()
			.transform(cleanLine)
			.refine((text) => text !== '', 'needed')
			.refine((text) => text.length <= adoptionLimits.next, 'too_long'),
		day: roughDay.nullable()
	})
	.nullable();

/** A city says what it does next, and when; or that nothing is planned. @throws NotFound, Forbidden, Invalid, Conflict `adoption_state` */
export const setNextStep = command({
	name: 'adoption.plan',
	input: z.object({ id: z.uuid(), next: nextStep }),
	async run(tx, context) {
		const { actor, input } = context;
		const { row, person } = await adoptionToChange(tx, actor, input.id, 'adoption.write');
		const [id, by] = [row.id, person.id];
		const { next } = input;
		await tx
			.update(adoptions)
			.set({ nextText: next?.text ?? null, nextOn: next?.day?.date ?? null, nextPrecision: next?.day?.precision ?? null })
			.where(eq(adoptions.id, id));
		return tellNetwork(tx, context, row, { by, event: { name: 'adoption.planned', payload: { id } } });
	}
});
