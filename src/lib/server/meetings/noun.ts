import { none, type ServerNoun } from '../noun.ts';
import { hostedMeetings } from './city-meetings.ts';
import { meetingItems } from './inbox-items.ts';
import { nearestPanel } from './nearest-meeting.ts';
import { meetingOpening, openingReminders } from './opening-reminders.ts';
import { postMessageOrFormer } from './post-in-meeting.ts';
import { meetingSource } from './search-meetings.ts';
import { meetingSubjects } from './subjects.ts';

export const meetingsServer: ServerNoun = {
	name: 'meetings',
	commands: { postMessage: postMessageOrFormer },
	threads: [meetingSubjects],
	items: [meetingItems],
	reminders: [meetingOpening],
	emails: none,
	search: [meetingSource],
	files: none,
	moderation: none,
	desk: [nearestPanel],
	city: [hostedMeetings],
	written: none,
	publications: none,
	demo: () => import('./demo/seed.ts'),
	jobs: [openingReminders]
};
