import { m } from '#lib/i18n/m';
import type { CityTag, PersonTag } from '#lib/model/people/tags.ts';

/** Where somebody speaks from: their city, or what kind of expert they are. */
export function voiceOf({ role, expertKind }: PersonTag, city: CityTag | undefined): string {
	if (role !== 'expert') return city?.name ?? '';
	return expertKind === 'lead' ? m.thread_lead_expert() : m.thread_adhoc_expert();
}
