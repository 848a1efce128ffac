import { m } from '#lib/i18n/m';
import type { ModerationParts } from '../noun.ts';
import PersonWays from './PersonWays.svelte';

const moderationParts: ModerationParts = {
	person: {
		sentence: (action, by, person) =>
			action === 'person.suspended'
				? m.moderation_did_suspend({ by, name: person?.name ?? '' })
				: m.moderation_did_readmit({ by, name: person?.name ?? '' }),
		Ways: PersonWays,
		hidden: null
	}
};

export default moderationParts;
