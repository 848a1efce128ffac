import type { NotificationKind } from '#lib/model/notifications/kinds.ts';
import { partnerRoles } from '#lib/model/access/holds.ts';
import { roles, type Role } from '#lib/model/access/roles.ts';
import { planDraftStream, planStream } from '#lib/model/plans/plan.ts';
import type { Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { deliveryOf } from '../notifications/deliver.ts';
import { finishTold } from '../notifications/finish-told.ts';
import { followersNow } from '../notifications/follow.ts';
import { notify, type Recipient } from '../notifications/notify.ts';
import { peopleWith } from '../practices/tell.ts';
import type { FoundPlan } from './find.ts';

type Telling = Pick<Context<unknown>, 'now' | 'afterwards' | 'services' | 'recorded'>;

/** What people are told of: the event of this number in the stream into which the plan speaks. */
interface Told {
	plan: Pick<FoundPlan, 'id' | 'networkId' | 'partnerId' | 'stream'>;
	by: string;
	seq: number;
}

/** Whom a city asks about its plan, besides its own team. */
const asked: readonly Role[] = ['lead', 'coordinator', 'expert'];

/** What of a plan people are notified of now: its draft, or from the opening on the plan. */
export function itemOfPlan({ id, stream }: Pick<FoundPlan, 'id' | 'stream'>): { kind: string; id: string } {
	return { kind: stream === null ? 'plan-draft' : 'plan', id };
}

async function tell(tx: Transaction, { now, services, afterwards }: Telling, { plan, by, seq }: Told, people: Recipient[]): Promise<void> {
	const stream = plan.stream ?? planDraftStream(plan.id);
	const due = await notify(tx, { network: plan.networkId, item: itemOfPlan(plan), stream, seq, actor: by, at: now, people });
	if (due) afterwards(() => void deliveryOf(services).due());
}

const all = (ids: readonly string[], kind: NotificationKind): Recipient[] => ids.map((id) => ({ id, kind }));

/** The network is asked: the leads, the coordinators of the other cities and the experts; who follows the plan hears of it. */
export async function askNetwork(tx: Transaction, context: Telling, told: Told): Promise<void> {
	const { networkId: network, partnerId: partner } = told.plan;
	const people = await peopleWith(tx, { network, roles: asked, now: context.now });
	const own = new Set(await peopleWith(tx, { network, roles: [...partnerRoles, 'local'], partner, now: context.now }));
	const others = people.filter((id) => !own.has(id));
	await tell(tx, context, told, [...all(others, 'assignment'), ...all(await following(tx, told), 'follow')]);
}

/** Who follows the plan, or followed its draft. */
async function following(tx: Transaction, { plan: { id } }: Told): Promise<string[]> {
	const each = await Promise.all(['plan', 'plan-draft'].map((kind) => followersNow(tx, { kind, id })));
	return [...new Set(each.flat())];
}

/** Who follows a plan hears that a version was frozen, or that it was revised. */
export async function tellFollowers(tx: Transaction, context: Telling, told: Told): Promise<void> {
	await tell(tx, context, told, all(await following(tx, told), 'follow'));
}

/** Everybody in the network hears that a plan was adopted. */
export async function announceAdoption(tx: Transaction, context: Telling, told: Told): Promise<void> {
	const people = await peopleWith(tx, { network: told.plan.networkId, roles, now: context.now });
	await tell(tx, context, told, all(people, 'decision'));
}

/** Somebody of elsewhere may read the draft from now on. */
export async function tellInvited(tx: Transaction, context: Telling, told: Told & { people: readonly string[] }): Promise<void> {
	// What is said of the draft stays in its stream, also after the opening.
	await tell(tx, context, { ...told, plan: { ...told.plan, stream: null } }, all(told.people, 'assignment'));
}

/** Local members may write in a section from now on. */
export async function tellGiven(tx: Transaction, context: Telling, told: Told & { people: readonly string[] }): Promise<void> {
	await tell(tx, context, told, all(told.people, 'assignment'));
}

/** The team of the city learns what a lead did to its words. */
export async function tellModerated(tx: Transaction, context: Telling, told: Told): Promise<void> {
	const { networkId: network, partnerId: partner } = told.plan;
	await tell(tx, context, told, all(await peopleWith(tx, { network, roles: partnerRoles, partner, now: context.now }), 'moderation'));
}

/** The consultation is over: nobody is asked any more. */
export async function finishAsking(tx: Transaction, context: Telling, { plan, by }: Omit<Told, 'seq'>): Promise<void> {
	const done = await finishTold(
		tx,
		{ stream: planStream(plan.id), events: ['plan.opened', 'plan.asked'] },
		{ actorId: by, now: context.now }
	);
	done.forEach(context.recorded);
}
