import type { Transaction } from '../db/client.ts';
import type { Services } from '../services.ts';

export const invitationValidFor = 7 * 24 * 60 * 60_000;

/** An invitation with its link, which nobody can be told a second time. */
export interface Issued {
	id: string;
	url: string;
	expiresAt: Date;
	/** Whether it is mailed as well. */
	mailed: boolean;
}

export function linkTo({ config }: Services, token: string): string {
	return `${config.publicUrl}/invitation/${token}`;
}

/** Queues an email with the link in the running transaction; says whether this installation sends mail at all. */
export async function mailLink({ mail }: Services, tx: Transaction, invitation: string, token: string): Promise<boolean> {
	return (await mail.queue(tx, { kind: 'invitation', subjectId: invitation, secret: token })) !== null;
}
