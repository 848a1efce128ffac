import { m } from '#lib/i18n/m';
import type { NoticeKind, Way } from '#lib/model/notifications/email/choices.ts';
import type { Stop } from '#lib/model/notifications/email/stop-token.ts';

export function wayName(way: Way): string {
	return { once: m.notices_once, digest: m.notices_in_digest, off: m.notices_off }[way]();
}

export function kindTitle(kind: Stop['kinds'][number]): string {
	const titles = {
		digest: m.notices_kind_digest,
		assignment: m.notices_kind_assignment,
		invitation: m.notices_kind_invitation,
		decision: m.notices_kind_decision,
		mention: m.notices_kind_mention,
		reply: m.notices_kind_reply,
		city: m.notices_kind_city,
		follow: m.notices_kind_follow,
		reminder: m.notices_kind_reminder
	};
	return titles[kind]();
}

export function kindSays(kind: NoticeKind): string {
	const says = {
		assignment: m.notices_says_assignment,
		invitation: m.notices_says_invitation,
		decision: m.notices_says_decision,
		mention: m.notices_says_mention,
		reply: m.notices_says_reply,
		city: m.notices_says_city,
		follow: m.notices_says_follow,
		reminder: m.notices_says_reminder
	};
	return says[kind]();
}
