import type { ThreadEvents } from './posts.ts';
import { none, type ModelNoun } from '../noun.ts';
import { threadsPolicy, type ThreadSubjects } from './rules.ts';

export const threadsNoun: ModelNoun<ThreadSubjects, ThreadEvents> = {
	name: 'threads',
	kinds: ['post'],
	policy: threadsPolicy,
	events: {
		'post.posted': { countable: true, recounts: false },
		'post.edited': { countable: false, recounts: false },
		'post.deleted': { countable: false, recounts: true },
		'post.hidden': { countable: false, recounts: true },
		'post.restored': { countable: false, recounts: true },
		'post.reacted': { countable: false, recounts: false },
		'subject.reacted': { countable: false, recounts: false },
		'audience.changed': { countable: false, recounts: false }
	},
	thread: none,
	found: { post: { en: ['message', 'messages', 'post', 'posts'], lv: ['ziņa', 'ziņas'] } }
};
