import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { adoptionLimits, logKinds } from '#lib/model/adoptions/stages.ts';
import { textLength } from '#lib/model/documents/limits.ts';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { command } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { adoptionLog } from '../db/schema/adoptions.ts';
import { attachments, holdInstead, toAttach } from '../files/attach.ts';
import { Forbidden, NotFound } from '../platform/errors.ts';
import { lang, sayingFields } from '../threads/post-message.ts';
import { threadToChange } from '../threads/thread-at.ts';
import { withTrueMentions } from '../threads/true-mentions.ts';
import { wordsOrFiles } from '../threads/words-or-files.ts';
import { tellNetwork } from './tell-network.ts';
import { inLog } from './files-in-log.ts';
import { adoptionToChange, type AdoptionRow } from './find.ts';

const entryFields = {
	kind: z.enum(logKinds),
	doc: sayingFields.doc.refine((doc) => textLength(doc) <= adoptionLimits.log, 'too_long'),
	lang,
	files: attachments
};

type Typed = z.output<z.ZodObject<typeof entryFields>>;

/** What the entry says, and the files that it holds from now on. */
async function said(tx: Transaction, { row, entry, actor, typed, by, now }: Writing) {
	const { doc, files = [], kind, lang } = typed;
	wordsOrFiles(doc, files);
	const thread = await threadToChange(tx, actor, row.practiceStream);
	const holder = { kind: inLog, id: entry };
	const attached = await toAttach(tx, { files, ownerId: by, network: row.networkId, holder, most: adoptionLimits.files });
	return { values: { kind, lang, doc: await withTrueMentions(tx, { doc, thread, now }), files: attached }, holder, attached };
}

interface Writing {
	row: AdoptionRow;
	entry: string;
	actor: Actor;
	typed: Typed;
	by: string;
	now: Date;
}

/** Writes a study visit, a lesson or news into the log. @throws NotFound, Forbidden, Invalid, Conflict `adoption_state` */
export const addLogEntry = command({
	name: 'adoption.log',
	input: z.object({ id: z.uuid(), ...entryFields }),
	async run(tx, context) {
		const { actor, commandId: entry, input, now } = context;
		const row = await adoptionToChange(tx, actor, input.id);
		const { id, networkId: network, owner, city } = row;
		const by = authorize(actor, 'adoption.log', { network, owner, city }).id;
		const { values, holder, attached } = await said(tx, { row, entry, actor, typed: input, by, now });
		await tx.insert(adoptionLog).values({ id: entry, adoptionId: id, authorId: by, at: now, ...values });
		await holdInstead(tx, holder, attached, { id: by, at: now });
		const placed = await tellNetwork(tx, context, row, { by, event: { name: 'adoption.logged', payload: { id, entry } } });
		return { ...placed, id: entry };
	}
});

/** An entry that its author changes, with its adoption, both locked. @throws NotFound; Forbidden to all others */
async function ownEntry(tx: Transaction, actor: Actor, id: string) {
	const { row, entry } = await entryToChange(tx, actor, id);
	const { networkId: network, owner, city } = row;
	const person: Person = authorize(actor, 'adoption.log', { network, owner, city });
	if (entry.authorId !== person.id) throw new Forbidden('adoption.log');
	return { row, entry, by: person.id };
}

/** An entry to be changed, with its adoption, both locked. @throws NotFound */
export async function entryToChange(tx: Transaction, actor: Actor, id: string) {
	const [of] = await tx.select({ id: adoptionLog.adoptionId }).from(adoptionLog).where(eq(adoptionLog.id, id));
	if (!of) throw new NotFound();
	const row = await adoptionToChange(tx, actor, of.id);
	const [entry] = await tx.select().from(adoptionLog).where(eq(adoptionLog.id, id));
	if (!entry) throw new NotFound();
	return { row, entry };
}

/** Says an entry better; only its author does, and not while a lead hides it. @throws NotFound, Forbidden, Invalid */
export const editLogEntry = command({
	name: 'adoption.editLog',
	input: z.object({ id: z.uuid(), ...entryFields }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const { row, entry, by } = await ownEntry(tx, actor, input.id);
		if (entry.hiddenAt) throw new Forbidden('adoption.log');
		const { values, holder, attached } = await said(tx, { row, entry: entry.id, actor, typed: input, by, now });
		await tx
			.update(adoptionLog)
			.set({ ...values, editedAt: now })
			.where(eq(adoptionLog.id, entry.id));
		await holdInstead(tx, holder, attached, { id: by, at: now });
		const payload = { id: row.id, entry: entry.id };
		return { ...(await tellNetwork(tx, context, row, { by, event: { name: 'adoption.relogged', payload } })), id: entry.id };
	}
});

/** Takes an entry away for ever; only its author does. @throws NotFound, Forbidden */
export const removeLogEntry = command({
	name: 'adoption.removeLog',
	input: z.object({ id: z.uuid() }),
	async run(tx, context) {
		const { row, entry, by } = await ownEntry(tx, context.actor, context.input.id);
		await holdInstead(tx, { kind: inLog, id: entry.id }, [], { id: by, at: context.now });
		await tx.delete(adoptionLog).where(eq(adoptionLog.id, entry.id));
		const payload = { id: row.id, entry: entry.id };
		return { ...(await tellNetwork(tx, context, row, { by, event: { name: 'adoption.relogged', payload } })), id: entry.id };
	}
});
