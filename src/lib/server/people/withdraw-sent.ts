import { and, eq, isNull } from 'drizzle-orm';
import { noted } from '../audit/record-audit.ts';
import type { Transaction } from '../db/client.ts';
import { invitations } from '../db/schema/people.ts';

/**
 * Takes back what somebody sent and nobody answered, when that somebody is suspended; says how many. It stays taken back
 * if they are readmitted: a link may be with whom it should not, and a new one is quickly sent.
 */
export async function withdrawSentBy(tx: Transaction, inviter: string, { at, actorId }: { at: Date; actorId: string }): Promise<number> {
	const withdrawn = await tx
		.update(invitations)
		.set({ withdrawnAt: at })
		.where(and(eq(invitations.invitedBy, inviter), isNull(invitations.usedAt), isNull(invitations.withdrawnAt)))
		.returning({ id: invitations.id, networkId: invitations.networkId, partnerId: invitations.partnerId });
	for (const { id, networkId, partnerId } of withdrawn) {
		await noted(tx, { at, actorId, action: 'invitation.withdrawn', subjectKind: 'invitation', subjectId: id, networkId, partnerId });
	}
	return withdrawn.length;
}
