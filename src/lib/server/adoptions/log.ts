import { eq, getTableColumns } from 'drizzle-orm';
import { z } from 'zod';
import { adoptionLimits, logKinds } from '#lib/model/adoptions/stages.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { textLength } from '#lib/model/documents/limits.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import { command } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { adoptionLog, adoptions } from '../db/schema/adoptions.ts';
import { attachments, holdInstead, toAttach } from '../files/attach.ts';
import { Forbidden, NotFound } from '../platform/errors.ts';
import { lang, sayingFields } from '../threads/post-message.ts';
import { threadToChange } from '../threads/thread-at.ts';
import { withTrueMentions } from '../threads/true-mentions.ts';
import { wordsOrFiles } from '../threads/words-or-files.ts';
import { tellNetwork } from './tell-network.ts';
import { inLog } from './files-in-log.ts';
import { adoptionToChange, type AdoptionRow } from './find.ts';
import { readsEntry } from './reads-entry.ts';
import { tellMentioned, tellRemoved } from './tell-of-entry.ts';

const entryFields = {
	kind: z.enum(logKinds),
	doc: sayingFields.doc.refine((doc) => textLength(doc) <= adoptionLimits.log, 'too_long'),
	lang,
	files: attachments
};

type Typed = z.output<z.ZodObject<typeof entryFields>>;

/** What the entry says, and the files that it holds from now on. */
async function said(tx: Transaction, { row, entry, actor, typed, by, now, former }: Writing) {
	const { doc, files = [], kind, lang } = typed;
	wordsOrFiles(doc, files);
	const thread = await threadToChange(tx, actor, row.practiceStream);
	const holder = { kind: inLog, id: entry };
	const attached = await toAttach(tx, { files, ownerId: by, network: row.networkId, holder, most: adoptionLimits.files });
	return {
		values: { kind, lang, doc: await withTrueMentions(tx, { doc, thread, now, ...(former && { former }) }), files: attached },
		holder,
		attached
	};
}

interface Writing {
	row: AdoptionRow;
	entry: string;
	actor: Actor;
	typed: Typed;
	by: string;
	now: Date;
	/** What it said before. */
	former?: Doc;
}

/** Writes a study visit, a lesson or news into the log. @throws NotFound, Forbidden, Invalid, Conflict `adoption_state` */
export const addLogEntry = command({
	name: 'adoption.log',
	input: z.object({ id: z.uuid(), ...entryFields }),
	async run(tx, context) {
		const { actor, commandId: entry, input, now } = context;
		const { row, person } = await adoptionToChange(tx, actor, input.id, 'adoption.log');
		const [id, by] = [row.id, person.id];
		const { values, holder, attached } = await said(tx, { row, entry, actor, typed: input, by, now });
		await tx.insert(adoptionLog).values({ id: entry, adoptionId: id, authorId: by, at: now, ...values });
		await holdInstead(tx, holder, attached, { id: by, at: now });
		const placed = await tellNetwork(tx, context, row, { by, event: { name: 'adoption.logged', payload: { id, entry } } });
		await tellMentioned(tx, context, row, { entry, by, before: null, after: values.doc });
		return { ...placed, id: entry };
	}
});

/** An entry that its author changes, with its adoption, both locked. @throws NotFound; Forbidden to all others */
async function ownEntry(tx: Transaction, actor: Actor, id: string) {
	const { row, entry, person } = await entryToChange(tx, actor, id, 'adoption.log');
	if (entry.authorId !== person.id) throw new Forbidden('adoption.log');
	return { row, entry, by: person.id };
}

/**
 * An entry to be changed by somebody who may do this, with its adoption, both locked. Of a hidden one others do not learn
 * that there is any.
 * @throws NotFound, Forbidden
 */
export async function entryToChange(tx: Transaction, actor: Actor, id: string, question: 'adoption.log' | 'adoption.moderate') {
	const { adoptionId } = await entryOf(tx, actor, id);
	const change = await adoptionToChange(tx, actor, adoptionId, question);
	return { ...change, entry: await entryOf(tx, actor, id) };
}

async function entryOf(tx: Transaction, actor: Actor, id: string) {
	const [entry] = await tx
		.select({ ...getTableColumns(adoptionLog), network: adoptions.networkId })
		.from(adoptionLog)
		.innerJoin(adoptions, eq(adoptions.id, adoptionLog.adoptionId))
		.where(eq(adoptionLog.id, id));
	if (!entry || !readsEntry(actor, entry)) throw new NotFound();
	return entry;
}

/** Says an entry better; only its author does, and not while a lead hides it. @throws NotFound, Forbidden, Invalid */
export const editLogEntry = command({
	name: 'adoption.editLog',
	input: z.object({ id: z.uuid(), ...entryFields }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const { row, entry, by } = await ownEntry(tx, actor, input.id);
		if (entry.hiddenAt) throw new Forbidden('adoption.log');
		const { values, holder, attached } = await said(tx, { row, entry: entry.id, actor, typed: input, by, now, former: entry.doc });
		await tx
			.update(adoptionLog)
			.set({ ...values, editedAt: now })
			.where(eq(adoptionLog.id, entry.id));
		await holdInstead(tx, holder, attached, { id: by, at: now });
		await tellMentioned(tx, context, row, { entry: entry.id, by, before: entry.doc, after: values.doc });
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
		await tellRemoved(tx, context, row, { entry: entry.id, by });
		const payload = { id: row.id, entry: entry.id };
		return { ...(await tellNetwork(tx, context, row, { by, event: { name: 'adoption.relogged', payload } })), id: entry.id };
	}
});
