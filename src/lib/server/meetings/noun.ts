import type { Noun } from '../noun.ts';
import { postSource } from '../search/kinds/posts.ts';
import { hostedMeetings } from './city-meetings.ts';
import { filesInPosts } from './files-in-posts.ts';
import { moderatedPosts } from './moderated-posts.ts';
import { nearestPanel } from './nearest-meeting.ts';
import { openingReminders } from './opening-reminders.ts';
import { meetingSource } from './search-meetings.ts';

export const meetings: Noun = {
	name: 'meetings',
	search: [meetingSource, postSource],
	files: [filesInPosts],
	moderation: [moderatedPosts],
	desk: [nearestPanel],
	city: [hostedMeetings],
	jobs: [openingReminders]
};
