import { locales } from '#lib/i18n/locales.ts';
import { roleName } from '#lib/i18n/roles.ts';
import type { ExpertKind, Role } from '#lib/model/access/roles.ts';
import type { Said } from '../search/source.ts';

/** What somebody is in the network, in every interface language. */
export function roleWords(held: { role: Role; expertKind: ExpertKind | null }): Said[] {
	return locales.map((locale) => ({ text: roleName(held, { locale }), lang: locale, weight: 'B' }));
}
