import { sql } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import { mentionsIn } from '#lib/model/documents/mentions.ts';
import type { Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { deliveryOf } from '../notifications/deliver.ts';
import { notifyRestored } from '../notifications/notify-restored.ts';
import { notifyRevised } from '../notifications/notify-revised.ts';
import { notify, type Recipient } from '../notifications/notify.ts';
import { recipientsOf } from '../notifications/recipients.ts';
import { reconsider } from '../notifications/reconsider.ts';
import { takeBack, withdraw, type ChangedPlace } from '../notifications/withdraw.ts';
import { mentioned, newMentions } from '../threads/recipients-of-post.ts';
import { inLog } from './files-in-log.ts';
import type { AdoptionRow } from './find.ts';

type Telling = Pick<Context<unknown>, 'now' | 'afterwards' | 'services' | 'recorded'>;

interface OfEntry {
	entry: string;
	/** Who does it. */
	by: string;
}

/** People are told of an entry where it was written into the log. */
async function placeOf(
	tx: Transaction,
	{ now }: Telling,
	{ practiceStream: stream }: AdoptionRow,
	{ entry, by }: OfEntry
): Promise<ChangedPlace> {
	const [written] = await tx.execute<{ seq: string }>(sql`
		select seq from events where stream = ${stream} and name = 'adoption.logged' and payload ->> 'entry' = ${entry}`);
	if (!written) throw new Error(`Nothing tells of the entry ${entry}`);
	return { stream, seq: Number(written.seq), actorId: by, now };
}

async function tell(tx: Transaction, context: Telling, row: AdoptionRow, { entry, by }: OfEntry, people: Recipient[]): Promise<void> {
	const { now: at, services, afterwards } = context;
	const { stream, seq } = await placeOf(tx, context, row, { entry, by });
	if (await notify(tx, { network: row.networkId, item: { kind: inLog, id: entry }, stream, seq, actor: by, at, people }))
		afterwards(() => void deliveryOf(services).due());
}

/** Whom an entry names, people and the teams of cities, is told of it; of one that is said anew whom it named not before. */
export async function tellMentioned(
	tx: Transaction,
	context: Telling,
	row: AdoptionRow,
	{ before, after, ...of }: OfEntry & { before: Doc | null; after: Doc }
): Promise<void> {
	const { now, services, afterwards } = context;
	const mentions = newMentions(before, after);
	if (mentions.length > 0) await tell(tx, context, row, of, await mentioned(tx, { network: row.networkId, mentions, now }));
	if (!before) return;
	await takeBackMentions(tx, context, row, { before, after, ...of });
	const { stream, seq } = await placeOf(tx, context, row, of);
	afterwards(() => void notifyRevised(services, stream, seq));
}

/** Whom it names no more is told of it no more, unless for another reason. */
async function takeBackMentions(
	tx: Transaction,
	context: Telling,
	row: AdoptionRow,
	{ before, after, ...of }: OfEntry & { before: Doc; after: Doc }
): Promise<void> {
	const lost = newMentions(after, before);
	if (lost.length === 0) return;
	const { networkId: network } = row;
	const { now } = context;
	const place = await placeOf(tx, context, row, of);
	const reached = await mentioned(tx, { network, mentions: lost, now });
	const people = await mentioned(tx, { network, mentions: mentionsIn(after), now });
	const item = { kind: inLog, id: of.entry };
	const left = await recipientsOf(tx, { item, stream: place.stream, actor: of.by, at: now, people });
	for (const kind of ['mention', 'city'] as const) {
		const its = reached.filter((one) => one.kind === kind).map(({ id }) => id);
		if (its.length > 0) (await reconsider(tx, place, { lost: { people: its, kind }, left })).forEach(context.recorded);
	}
}

/** An entry is hidden: nobody is told of it any more but its author, who learns why. */
export async function tellHidden(tx: Transaction, context: Telling, row: AdoptionRow, of: OfEntry & { author: string }): Promise<void> {
	(await withdraw(tx, await placeOf(tx, context, row, of))).forEach(context.recorded);
	await tell(tx, context, row, of, [{ id: of.author, kind: 'moderation' }]);
}

/** It is put back, and what told of it as well. */
export async function tellRestored(tx: Transaction, context: Telling, row: AdoptionRow, of: OfEntry & { author: string }): Promise<void> {
	const { events, untold } = await notifyRestored(tx, await placeOf(tx, context, row, of));
	events.forEach(context.recorded);
	if (untold.length > 0) context.afterwards(() => context.services.restored.announce(untold));
	await tell(tx, context, row, of, [{ id: of.author, kind: 'moderation' }]);
	// Also what waited while it was hidden.
	context.afterwards(() => void deliveryOf(context.services).due());
}

/** It is gone for ever, and so is what told of it. */
export async function tellRemoved(tx: Transaction, context: Telling, row: AdoptionRow, of: OfEntry): Promise<void> {
	(await takeBack(tx, await placeOf(tx, context, row, of))).forEach(context.recorded);
}
