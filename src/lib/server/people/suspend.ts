import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { command, type Command } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { people } from '../db/schema/people.ts';
import { reasonField } from '../moderation/reason.ts';
import { noted } from '../audit/record-audit.ts';
import { findMember, type AMember } from './find-member.ts';
import { withdrawSentBy } from './withdraw-sent.ts';

interface Done {
	id: string;
}

interface Suspended extends Done {
	/** How many invitations of theirs nobody had answered. */
	withdrawn: number;
}

/** Closes the network to somebody, with a reason that they read, also by email. What they wrote stays; what they sent out is withdrawn. */
export const suspendPerson = toldAfterwards(
	command({
		name: 'people.suspendPerson',
		input: z.object({ id: z.uuid(), reason: reasonField }),
		async run(tx, { actor, input: { id, reason }, now, services }): Promise<Suspended> {
			const { by, subject } = await memberToChange(tx, actor, { id, now, question: 'person.suspend' });
			await tx.update(people).set({ suspendedAt: now, suspendedBy: by.id, suspendedReason: reason }).where(eq(people.id, id));
			await notedEverywhere(tx, subject, { at: now, actorId: by.id, action: 'person.suspended', reason });
			await services.mail.queue(tx, { kind: 'suspension', personId: id });
			return { id, withdrawn: await withdrawSentBy(tx, id, { at: now, actorId: by.id }) };
		}
	})
);

/** Lets somebody in again, as what they were before. */
export const readmitPerson = toldAfterwards(
	command({
		name: 'people.readmitPerson',
		input: z.object({ id: z.uuid() }),
		async run(tx, { actor, input: { id }, now, services }): Promise<Done> {
			const { by, subject } = await memberToChange(tx, actor, { id, now, question: 'person.readmit' });
			await tx.update(people).set({ suspendedAt: null, suspendedBy: null, suspendedReason: null }).where(eq(people.id, id));
			await notedEverywhere(tx, subject, { at: now, actorId: by.id, action: 'person.readmitted' });
			await services.mail.queue(tx, { kind: 'readmission', personId: id });
			return { id };
		}
	})
);

/** The person's lines are cut once it is true for everybody who asks. */
function toldAfterwards<Result extends Done, Input>(change: Command<Result, Input>): Command<Result, Input> {
	const told = async (...asked: Parameters<typeof change>): Promise<Result> => {
		const [services] = asked;
		const done = await change(...asked);
		services.personChanged.announce(done.id);
		services.mail.wake();
		return done;
	};
	return Object.assign(told, { input: change.input });
}

/**
 * The member, locked until the commit, and who may do this.
 * @throws NotFound, Forbidden
 */
async function memberToChange(
	tx: Transaction,
	actor: Actor,
	{ id, now, question }: { id: string; now: Date; question: 'person.suspend' | 'person.readmit' }
): Promise<{ by: Person; subject: AMember }> {
	await tx.select({ id: people.id }).from(people).where(eq(people.id, id)).for('no key update');
	const { subject } = await findMember(tx, actor, id, now);
	return { by: authorize(actor, question, subject), subject };
}

/** The leads of every network that the person belongs to find it in their list. */
async function notedEverywhere(
	tx: Transaction,
	{ id, networks }: AMember,
	act: { at: Date; actorId: string; action: string; reason?: string }
): Promise<void> {
	for (const networkId of networks) await noted(tx, { ...act, subjectKind: 'person', subjectId: id, networkId });
}
