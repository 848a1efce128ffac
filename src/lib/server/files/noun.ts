import { none, type ServerNoun } from '../noun.ts';
import { cleanUpJob } from './clean-up.ts';
import { sweepJob } from './sweep.ts';

export const filesServer: ServerNoun = {
	name: 'files',
	commands: none,
	threads: none,
	items: none,
	reminders: none,
	emails: none,
	search: none,
	files: none,
	moderation: none,
	desk: none,
	city: none,
	written: none,
	publications: none,
	demo: none,
	jobs: [cleanUpJob, sweepJob]
};
