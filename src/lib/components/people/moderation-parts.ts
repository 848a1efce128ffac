import { m } from '#lib/i18n/m';
import type { ModerationParts } from '../moderation/parts.ts';
import PersonWays from './PersonWays.svelte';

export const moderationParts: ModerationParts = {
	person: {
		sentence: (action, by, person) =>
			action === 'person.suspended'
				? m.moderation_did_suspend({ by, name: person?.name ?? '' })
				: m.moderation_did_readmit({ by, name: person?.name ?? '' }),
		Ways: PersonWays,
		hidden: null
	}
};
