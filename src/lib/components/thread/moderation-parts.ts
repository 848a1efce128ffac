import { m } from '#lib/i18n/m';
import type { ModerationParts } from '../noun.ts';
import PostWays from './PostWays.svelte';

const moderationParts: ModerationParts = {
	post: {
		sentence: (action, by, post) =>
			action === 'post.hidden'
				? m.moderation_did_hide({ by, author: post?.author.name ?? '' })
				: m.moderation_did_restore({ by, author: post?.author.name ?? '' }),
		Ways: PostWays,
		hidden: ({ author, title, href }) => ({
			name: m.moderation_message_of({ author: author.name }),
			author,
			title,
			href,
			restore: `${href}/restore`
		})
	}
};

export default moderationParts;
