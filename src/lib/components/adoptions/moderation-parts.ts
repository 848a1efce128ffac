import { m } from '#lib/i18n/m';
import type { ModerationParts } from '../noun.ts';
import LogWays from './LogWays.svelte';

const moderationParts: ModerationParts = {
	'adoption-log': {
		sentence: (action, by, entry) =>
			action === 'log.hidden'
				? m.moderation_did_hide_log({ by, author: entry?.author.name ?? '' })
				: m.moderation_did_restore_log({ by, author: entry?.author.name ?? '' }),
		Ways: LogWays,
		hidden: ({ author, title, href }) => ({ name: m.moderation_log_of({ author: author.name }), author, title, href, restore: href })
	}
};

export default moderationParts;
