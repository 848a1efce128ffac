import { m } from '#lib/i18n/m';
import type { SearchParts } from '../noun.ts';
import FileHit from './FileHit.svelte';

const searchParts: SearchParts = {
	file: {
		plural: () => m.search_kind_files(),
		Hit: FileHit,
		option: ({ href, file, author }, { text }) => ({
			href,
			name: file.name,
			says: [author.name, text].filter(Boolean).join(' · '),
			icon: 'file'
		})
	}
};

export default searchParts;
