import { m } from '#lib/i18n/m';
import type { PlanPlace } from '#lib/model/plans/moderated.ts';
import type { ModerationParts } from '../noun.ts';
import PlaceWays from './versions/PlaceWays.svelte';

/** Where it stands and is restored, in the words of the list of what is hidden. */
const place = (name: string, { author, title, href }: PlanPlace) => ({ name, author, title, href, restore: href });

const moderationParts: ModerationParts = {
	'plan-section': {
		sentence: (action, by) => (action === 'section.hidden' ? m.plans_did_hide_section({ by }) : m.plans_did_restore_section({ by })),
		Ways: PlaceWays,
		hidden: (thing) => place(m.plans_moderated_section(), thing)
	},
	'plan-row': {
		sentence: (action, by) => (action === 'row.hidden' ? m.plans_did_hide_row({ by }) : m.plans_did_restore_row({ by })),
		Ways: PlaceWays,
		hidden: (thing) => place(m.plans_moderated_row(), thing)
	}
};

export default moderationParts;
