import { partnerRoles } from '#lib/model/access/holds.ts';
import type { NotificationKind } from '#lib/model/notifications/kinds.ts';
import type { Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { deliveryOf } from '../notifications/deliver.ts';
import { notify, type Recipient } from '../notifications/notify.ts';
import { peopleWith } from '../practices/tell.ts';
import type { AdoptionRow } from './find.ts';
import { itemOfPair } from './quiet.ts';

type Telling = Pick<Context<unknown>, 'now' | 'afterwards' | 'services'>;

interface Told {
	stream: string;
	seq: number;
	by: string;
	people: Recipient[];
}

/** Tells people of a place in one of the streams of an adoption. */
export async function tellPair(tx: Transaction, { now, afterwards, services }: Telling, row: AdoptionRow, told: Told): Promise<void> {
	const { by: actor, ...place } = told;
	if (await notify(tx, { network: row.networkId, item: itemOfPair(row.id), actor, at: now, ...place }))
		afterwards(() => void deliveryOf(services).due());
}

/** The team of the city whose practice it is hears how another one fares with it; nothing is asked of them. */
export async function tellOwner(
	tx: Transaction,
	context: Telling,
	row: AdoptionRow,
	{ seq, by }: { seq: number; by: string }
): Promise<void> {
	const team = await peopleWith(tx, { network: row.networkId, roles: partnerRoles, partner: row.ownerId, now: context.now });
	const kind: NotificationKind = 'follow';
	await tellPair(tx, context, row, { stream: row.practiceStream, seq, by, people: team.map((id) => ({ id, kind })) });
}
