import { m } from '#lib/i18n/m';
import type { Way } from '#lib/model/notifications/email/choices.ts';
import type { NotificationKind } from '#lib/model/notifications/kinds.ts';
import type { Unsubscribe } from '#lib/model/notifications/email/unsubscribe-token.ts';

export function wayName(way: Way): string {
	return { once: m.email_settings_once, digest: m.email_settings_in_digest, off: m.email_settings_off }[way]();
}

export function kindTitle(kind: Unsubscribe['kinds'][number]): string {
	const titles = {
		digest: m.email_settings_kind_digest,
		assignment: m.email_settings_kind_assignment,
		invitation: m.email_settings_kind_invitation,
		decision: m.email_settings_kind_decision,
		mention: m.email_settings_kind_mention,
		reply: m.email_settings_kind_reply,
		city: m.email_settings_kind_city,
		follow: m.email_settings_kind_follow,
		reminder: m.email_settings_kind_reminder,
		moderation: m.email_settings_kind_moderation
	};
	return titles[kind]();
}

export function kindSays(kind: NotificationKind): string {
	const says = {
		assignment: m.email_settings_says_assignment,
		invitation: m.email_settings_says_invitation,
		decision: m.email_settings_says_decision,
		mention: m.email_settings_says_mention,
		reply: m.email_settings_says_reply,
		city: m.email_settings_says_city,
		follow: m.email_settings_says_follow,
		reminder: m.email_settings_says_reminder,
		moderation: m.email_settings_says_moderation
	};
	return says[kind]();
}
