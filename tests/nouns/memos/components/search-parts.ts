import type { SearchParts } from '#lib/components/noun.ts';
import MemoHit from './MemoHit.svelte';

const searchParts: SearchParts = {
	memo: {
		plural: () => 'Memos',
		Hit: MemoHit,
		option({ href, city }, { text, lang }, cityOf) {
			const keeper = cityOf(city);
			return { href, name: text, lang, says: '', ...(keeper && { city: keeper }) };
		}
	}
};

export default searchParts;
