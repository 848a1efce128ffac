import { m } from '#lib/i18n/m';
import type { SearchParts } from '../noun.ts';
import PostHit from './PostHit.svelte';

const searchParts: SearchParts = {
	post: {
		plural: () => m.search_kind_posts(),
		Hit: PostHit,
		option: ({ href, author }, { text, lang }) => ({ href, name: author.name, says: text, lang, person: author })
	}
};

export default searchParts;
