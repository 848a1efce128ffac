import { m } from '#lib/i18n/m';
import type { ExpertKind, Role } from '#lib/model/access/roles.ts';
import type { Locale } from './locales.ts';

/** What somebody is in a network, in words. */
export function roleName({ role, expertKind }: { role: Role; expertKind: ExpertKind | null }, said: { locale?: Locale } = {}): string {
	if (role === 'expert') {
		return expertKind === 'lead' ? m.roles_lead_expert({}, said) : m.roles_adhoc_expert({}, said);
	}
	const names = {
		lead: m.roles_lead,
		coordinator: m.roles_coordinator,
		officer: m.roles_officer,
		local: m.roles_local,
		reader: m.roles_reader
	};
	return names[role]({}, said);
}
