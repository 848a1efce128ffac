import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { EventName } from '#lib/model/events.ts';
import { partnerRoles } from '#lib/model/access/holds.ts';
import type { Role } from '#lib/model/access/roles.ts';
import type { NotificationKind } from '#lib/model/notifications/kinds.ts';
import { draftStream, practiceStream } from '#lib/model/practices/practice.ts';
import { isTold, type PracticeField, type PracticeValues } from '#lib/model/practices/values.ts';
import type { Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { practiceAsks } from '../db/schema/practices.ts';
import { record } from '../events/record.ts';
import { isCurrent } from '../access/memberships.ts';
import { deliveryOf } from '../notifications/deliver.ts';
import { finishTold } from '../notifications/finish-told.ts';
import { notify, type Recipient } from '../notifications/notify.ts';
import type { PracticeRow } from './find.ts';

type Telling = Pick<Context<unknown>, 'now' | 'afterwards' | 'services'> & { actor?: Context<unknown>['actor'] };

/** Ids of the people who hold one of these roles in a network now, in this city if one is named. */
export async function peopleWith(
	tx: Transaction,
	{ network, roles, partner, now }: { network: string; roles: readonly Role[]; partner?: string; now: Date }
): Promise<string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select distinct held.person_id as id from memberships held
		where held.network_id = ${network} and held.role = any(${sql.param([...roles])}::text[])
			and ${partner ? sql`held.partner_id = ${partner}` : sql`true`} and ${isCurrent(now)}
		order by 1`);
	return rows.map(({ id }) => id);
}

async function tell(
	tx: Transaction,
	{ now, services, afterwards }: Telling,
	{ row, stream, seq, by, people }: { row: PracticeRow; stream: string; seq: number; by: string | null; people: Recipient[] }
): Promise<void> {
	const item = { kind: stream === draftStream(row.id) ? 'practice-draft' : 'practice', id: row.id };
	const due = await notify(tx, { network: row.networkId, item, stream, seq, actor: by, at: now, people });
	if (due) afterwards(() => void deliveryOf(services).due());
}

function idOf({ actor }: Telling): string | null {
	return actor?.kind === 'person' ? actor.id : null;
}

/** The leads are asked to decide about a draft. */
export async function tellLeads(tx: Transaction, context: Telling, row: PracticeRow, seq: number): Promise<void> {
	const leads = await peopleWith(tx, { network: row.networkId, roles: ['lead'], now: context.now });
	const people = leads.map((id): Recipient => ({ id, kind: 'assignment' }));
	await tell(tx, context, { row, stream: draftStream(row.id), seq, by: idOf(context), people });
}

/** The team of the city that tells an entry is told of something: an officer who left is not asked, the others are. */
export async function tellCity(
	tx: Transaction,
	context: Telling,
	row: PracticeRow,
	{ seq, kind, stream = draftStream(row.id) }: { seq: number; kind: NotificationKind; stream?: string }
): Promise<void> {
	const team = await peopleWith(tx, { network: row.networkId, roles: partnerRoles, partner: row.partnerId, now: context.now });
	await tell(tx, context, { row, stream, seq, by: idOf(context), people: team.map((id) => ({ id, kind })) });
}

/** What these events of the draft asked of people is done. */
export async function finishAsked(
	tx: Transaction,
	context: Telling & Pick<Context<unknown>, 'recorded'>,
	row: PracticeRow,
	events: readonly EventName[]
): Promise<void> {
	const done = await finishTold(tx, { stream: draftStream(row.id), events }, { actorId: idOf(context), now: context.now });
	done.forEach(context.recorded);
}

/** Who asked for a field hears that it is told now, and the city is asked no more. */
export async function tellAskers(
	tx: Transaction,
	context: Telling & Pick<Context<unknown>, 'recorded'>,
	{ row, values, by }: { row: PracticeRow; values: PracticeValues; by: string }
): Promise<void> {
	const { now, recorded } = context;
	const { id } = row;
	const asked = await tx
		.select()
		.from(practiceAsks)
		.where(and(eq(practiceAsks.practiceId, id), isNull(practiceAsks.answeredAt)));
	const fields = [...new Set(asked.map(({ field }) => field))].filter((field) => isTold(values, field));
	if (fields.length === 0) return;
	await tx
		.update(practiceAsks)
		.set({ answeredAt: now })
		.where(and(eq(practiceAsks.practiceId, id), inArray(practiceAsks.field, fields)));
	const stream = practiceStream(id);
	const event = await record(tx, { stream, actorId: by, at: now, event: { name: 'practice.told', payload: { id, fields } } });
	recorded(event);
	const people = [...new Set(asked.filter(({ field }) => fields.includes(field)).map(({ personId }) => personId))];
	await tell(tx, context, { row, stream, seq: event.seq, by, people: people.map((one) => ({ id: one, kind: 'decision' })) });
	const seqs = await askedAt(tx, stream, fields);
	const done = await finishTold(tx, { stream, events: ['practice.asked'], seqs }, { actorId: by, now });
	done.forEach(recorded);
}

async function askedAt(tx: Transaction, stream: string, fields: PracticeField[]): Promise<number[]> {
	const rows = await tx.execute<{ seq: string }>(sql`
		select seq from events where stream = ${stream} and name = 'practice.asked' and payload ->> 'field' = any(${sql.param(fields)}::text[])`);
	return rows.map(({ seq }) => Number(seq));
}
