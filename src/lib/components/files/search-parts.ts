import FileIcon from '@lucide/svelte/icons/file';
import { m } from '#lib/i18n/m';
import type { SearchParts } from '../search/parts.ts';
import FileHit from './FileHit.svelte';

export const searchParts: SearchParts = {
	file: {
		plural: () => m.search_kind_files(),
		Hit: FileHit,
		option: ({ href, file, author }, { text }) => ({
			href,
			name: file.name,
			says: [author.name, text].filter(Boolean).join(' · '),
			icon: FileIcon
		})
	}
};
