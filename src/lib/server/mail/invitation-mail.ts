import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import { roleName } from '#lib/i18n/roles.ts';
import type { ExpertKind, Role } from '#lib/model/roles.ts';
import type { Mail } from './mailer.ts';

interface Invited {
	to: string;
	name: string;
	role: Role;
	expertKind: ExpertKind | null;
	city: string | null;
	network: string;
	/** Null when the administrator of the installation invites. */
	inviter: string | null;
	url: string;
	locale: string;
}

export function invitationMail({ to, name, network, inviter, url, locale, city, ...held }: Invited): Mail {
	const lang = isLocale(locale) ? locale : baseLocale;
	const said = { locale: lang };
	const role = [roleName(held, said), city].filter((part) => part !== null).join(', ');
	const opening = inviter
		? m.letters_invitation_by({ inviter, network }, said)
		: m.letters_invitation_from_nobody({ network }, said);
	return {
		to,
		subject: m.letters_invitation_subject({ network }, said),
		text: m.letters_invitation({ name, opening, role, url }, said),
		lang
	};
}
