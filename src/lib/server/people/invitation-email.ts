import { and, eq, gt, isNull } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import { roleName } from '#lib/i18n/roles.ts';
import { email } from '#lib/model/mail/email.ts';
import { spoken } from '#lib/model/localized.ts';
import { hashOf } from '../auth/token.ts';
import { networks, partners } from '../db/schema/networks.ts';
import { invitations, people } from '../db/schema/people.ts';
import type { EmailTemplate } from '../mail/template.ts';
import type { Services } from '../services.ts';
import { linkTo } from './invitation-link.ts';

/** Asks somebody in. Nothing to say once the invitation is answered, withdrawn, or has another link. */
export const invitationEmail: EmailTemplate = {
	called: (locale) => m.email_called_invitation({}, { locale }),
	async render(services, { subjectId, secret }) {
		const found = subjectId && secret ? await openInvitation(services, subjectId, secret) : null;
		if (!found || !secret) return null;
		const { invitation, network, inviter } = found;
		const locale = isLocale(invitation.locale) ? invitation.locale : baseLocale;
		const said = { locale };
		const role = [roleName(invitation, said), found.city && spoken(found.city, locale)].filter(Boolean).join(', ');
		const { name, email: address } = invitation;
		return {
			to: { name, address },
			email: email({
				lang: locale,
				subject: inviter
					? m.email_invitation_subject_by({ inviter, network }, said)
					: m.email_invitation_subject({ network }, said),
				title: inviter ? m.email_invitation_by({ inviter, network }, said) : m.email_invitation_from_nobody({ network }, said),
				parts: [
					{ is: 'words', words: m.email_hello({ name }, said) },
					{ is: 'words', words: m.email_invitation_role({ role }, said) },
					{ is: 'door', words: m.email_invitation_door({}, said), url: linkTo(services, secret) },
					{ is: 'words', words: m.email_invitation_valid({}, said) },
					{ is: 'words', words: m.email_invitation_unexpected({}, said) }
				]
			})
		};
	}
};

async function openInvitation({ db, clock }: Services, id: string, token: string) {
	const [found] = await db
		.select({ invitation: invitations, network: networks.name, city: partners.name, inviter: people.name })
		.from(invitations)
		.innerJoin(networks, eq(networks.id, invitations.networkId))
		.leftJoin(partners, eq(partners.id, invitations.partnerId))
		.leftJoin(people, eq(people.id, invitations.invitedBy))
		.where(
			and(
				eq(invitations.id, id),
				eq(invitations.tokenHash, hashOf(token)),
				isNull(invitations.usedAt),
				isNull(invitations.withdrawnAt),
				gt(invitations.expiresAt, clock.now())
			)
		);
	return found ?? null;
}
