import { none, type ServerNoun } from '../noun.ts';
import { deletePost, editPost } from './change-post.ts';
import { filesInPosts } from './files-in-posts.ts';
import { hidePost, restorePost } from './hide-post.ts';
import { markRead } from './mark-read.ts';
import { moderatedPosts } from './moderated-posts.ts';
import { react } from './react.ts';
import { reactToSubject } from './react-to-subject.ts';
import { fileSource } from './search-files.ts';
import { postSource } from './search-posts.ts';
import { postsBy } from './posts-by.ts';

export const threadsServer: ServerNoun = {
	name: 'threads',
	// To post is the meetings' to bring: they take its older form too.
	commands: { editPost, deletePost, react, reactToSubject, hidePost, restorePost, markRead },
	threads: none,
	items: none,
	reminders: none,
	emails: none,
	search: [postSource, fileSource],
	files: [filesInPosts],
	moderation: [moderatedPosts],
	desk: none,
	city: none,
	written: [postsBy],
	publications: none,
	demo: none,
	jobs: none
};
