import { m } from '#lib/i18n/m';
import type { SearchParts } from '../noun.ts';
import PracticeHit from './PracticeHit.svelte';

const searchParts: SearchParts = {
	practice: {
		plural: () => m.practices_title(),
		Hit: PracticeHit,
		option({ href, city: code, form, title }, { lang }, cityOf) {
			const city = cityOf(code);
			const name = form === 'story' ? m.practices_called_story() : m.practices_called_entry();
			return { href, name: [city?.name, name].filter(Boolean).join(' · '), says: title, lang, ...(city && { city }) };
		}
	}
};

export default searchParts;
