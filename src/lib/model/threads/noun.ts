import type { ThreadEvents } from './posts.ts';
import type { ModelNoun } from '../noun.ts';
import { threadsKinds } from './noun-kinds.ts';
import { threadsPolicy, type ThreadSubjects } from './rules.ts';

export const threadsNoun: ModelNoun<ThreadSubjects, ThreadEvents> = {
	...threadsKinds,
	policy: threadsPolicy,
	events: {
		'post.posted': { countable: true, recounts: false },
		'post.edited': { countable: false, recounts: false },
		'post.deleted': { countable: false, recounts: true },
		'post.hidden': { countable: false, recounts: true },
		'post.restored': { countable: false, recounts: true },
		'post.reacted': { countable: false, recounts: false },
		'audience.changed': { countable: false, recounts: false }
	},
	found: { post: { en: ['message', 'messages', 'post', 'posts'], lv: ['ziņa', 'ziņas'] } }
};
