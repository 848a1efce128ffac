import { none, type ServerNoun } from '../noun.ts';
import { postSource } from '../search/kinds/posts.ts';
import { deletePost, editPost } from './change-post.ts';
import { hostedMeetings } from './city-meetings.ts';
import { filesInPosts } from './files-in-posts.ts';
import { hidePost, restorePost } from './hide-post.ts';
import { meetingItems } from './inbox-items.ts';
import { markRead } from './mark-read.ts';
import { moderatedPosts } from './moderated-posts.ts';
import { nearestPanel } from './nearest-meeting.ts';
import { meetingOpening, openingReminders } from './opening-reminders.ts';
import { postMessage } from './post-message.ts';
import { react } from './react.ts';
import { meetingSource } from './search-meetings.ts';

export const meetingsServer: ServerNoun = {
	name: 'meetings',
	commands: { postMessage, editPost, deletePost, react, hidePost, restorePost, markRead },
	items: [meetingItems],
	reminders: [meetingOpening],
	emails: none,
	search: [meetingSource, postSource],
	files: [filesInPosts],
	moderation: [moderatedPosts],
	desk: [nearestPanel],
	city: [hostedMeetings],
	jobs: [openingReminders]
};
