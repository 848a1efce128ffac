import { eq } from 'drizzle-orm';
import { networks, partners } from '../db/schema/networks.ts';
import { invitations, people } from '../db/schema/people.ts';
import { invitationMail } from '../mail/invitation-mail.ts';
import { spoken } from '#lib/model/localized.ts';
import type { Services } from '../services.ts';

export const validFor = 7 * 24 * 60 * 60_000;

/** An invitation with its link, which nobody can be told a second time. */
export interface Issued {
	id: string;
	url: string;
	expiresAt: Date;
	/** Whether it was mailed as well. */
	mailed: boolean;
}

export function linkTo({ config }: Services, token: string): string {
	return `${config.publicUrl}/invitation/${token}`;
}

/** Mails the link; says whether that could be done. A mail that fails leaves the link to be passed on by hand. */
export async function deliver(
	services: Services,
	{ id, url }: { id: string; url: string }
): Promise<boolean> {
	if (services.mailer.kind === 'none') return false;
	const [row] = await services.db
		.select({ invitation: invitations, network: networks.name, city: partners.name, inviter: people.name })
		.from(invitations)
		.innerJoin(networks, eq(networks.id, invitations.networkId))
		.leftJoin(partners, eq(partners.id, invitations.partnerId))
		.leftJoin(people, eq(people.id, invitations.invitedBy))
		.where(eq(invitations.id, id));
	if (!row) return false;
	const { invitation, network, inviter } = row;
	const city = row.city && spoken(row.city, invitation.locale);
	try {
		await services.mailer.send(invitationMail({ ...invitation, to: invitation.email, network, city, inviter, url }));
		return true;
	} catch (error) {
		services.log.error({ err: error, invitation: id }, 'an invitation was not mailed');
		return false;
	}
}
