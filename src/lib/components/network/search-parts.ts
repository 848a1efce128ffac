import { m } from '#lib/i18n/m';
import type { SearchParts } from '../noun.ts';
import CityHit from './CityHit.svelte';

const searchParts: SearchParts = {
	city: {
		plural: () => m.search_kind_cities(),
		Hit: CityHit,
		option({ href, city: code }, { text, lang }, cityOf) {
			const city = cityOf(code);
			return { href, name: city?.name ?? code, says: text, lang, ...(city && { city }) };
		}
	}
};

export default searchParts;
