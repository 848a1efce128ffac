import { m } from '#lib/i18n/m';
import type { ExpertKind, Role } from '#lib/model/roles.ts';
import type { Locale } from './locales.ts';

/** What somebody is in a network, in words. */
export function roleName(
	{ role, expertKind }: { role: Role; expertKind: ExpertKind | null },
	said: { locale?: Locale } = {}
): string {
	if (role === 'expert') {
		return expertKind === 'lead' ? m.people_role_lead_expert({}, said) : m.people_role_adhoc_expert({}, said);
	}
	const names = {
		lead: m.people_role_lead,
		coordinator: m.people_role_coordinator,
		officer: m.people_role_officer,
		local: m.people_role_local,
		reader: m.people_role_reader
	};
	return names[role]({}, said);
}
