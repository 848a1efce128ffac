import { eq, and } from 'drizzle-orm';
import { z } from 'zod';
import { textOf } from '#lib/model/documents/text-map.ts';
import { neededFields } from '#lib/model/practices/fields.ts';
import { limits } from '#lib/model/practices/limits.ts';
import { audienceOfDraft, draftStream, practiceForms } from '#lib/model/practices/practice.ts';
import { can } from '#lib/model/policy.ts';
import { emptyValues, isTold, type PracticeValues } from '#lib/model/practices/values.ts';
import { slugOf } from '#lib/model/slug.ts';
import { authorize } from '../access/authorize.ts';
import { command } from '../commands/command.ts';
import { partners } from '../db/schema/networks.ts';
import { practiceRevisions, practices } from '../db/schema/practices.ts';
import { openStream, record } from '../events/record.ts';
import { Invalid, NotFound } from '../platform/errors.ts';
import { holdDraftFiles } from './files.ts';
import { someValues } from './input.ts';
import { holdToKnown } from './known-names.ts';
import { newShortId } from './short-id.ts';

/** Begins the draft of an entry. @throws NotFound, Forbidden, Invalid `needed` for what even a draft must say */
export const beginPractice = command({
	name: 'practice.begin',
	input: z.object({ network: z.uuid(), city: z.string().max(20), form: z.enum(practiceForms), values: someValues }),
	async run(tx, { actor, commandId: id, input, now, recorded }) {
		const { network, city, form } = input;
		if (!can(actor, 'network.read', { network })) throw new NotFound();
		const person = authorize(actor, 'practice.write', { network, city });
		const [partner] = await tx
			.select({ id: partners.id })
			.from(partners)
			.where(and(eq(partners.networkId, network), eq(partners.code, city)));
		if (!partner) throw new NotFound();
		const values = begun({ ...emptyValues, ...input.values }, form);
		await holdToKnown(tx, { network, city, now }, values);
		const stream = draftStream(id);
		await openStream(tx, { id: stream, network, kind: 'practice-draft', subjectId: id, audience: audienceOfDraft({ network, city }) });
		await tx.insert(practices).values({
			id,
			networkId: network,
			partnerId: partner.id,
			form,
			shortId: newShortId(),
			slug: slugOf(values.title),
			draftStream: stream,
			draftN: 1,
			begunBy: person.id,
			begunAt: now
		});
		await tx.insert(practiceRevisions).values({ practiceId: id, n: 1, values, authorId: person.id, at: now });
		await holdDraftFiles(tx, { id, network, values, ownerId: person.id, at: now });
		const event = await record(tx, { stream, actorId: person.id, at: now, event: { name: 'practice.begun', payload: { id } } });
		recorded(event);
		return { id, seq: event.seq };
	}
});

/** @throws Invalid where something is missing that even a draft must say */
function begun(values: PracticeValues, form: 'story' | 'entry'): PracticeValues {
	const whole = form === 'story' && values.pitch === '' ? { ...values, pitch: firstSentence(values) } : values;
	const missing = neededFields.filter((field) => !isTold(whole, field));
	if (missing.length > 0) throw new Invalid(missing.map((field) => ({ field, code: 'needed' })));
	return whole;
}

/** The line under the title of a story whose teller wrote none. */
function firstSentence({ summary }: PracticeValues): string {
	const text = summary ? (textOf(summary).trim().split('\n')[0] ?? '') : '';
	const sentence = /^.*?[.!?…](?=\s|$)/u.exec(text)?.[0] ?? text;
	if (sentence.length <= limits.pitch) return sentence;
	return `${sentence.slice(0, limits.pitch - 1).replace(/\s+\S*$/u, '')}…`;
}
