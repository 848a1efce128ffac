import { none, type ServerNoun } from '../noun.ts';
import { fileSource } from '../search/kinds/files.ts';
import { cleanUpJob } from './clean-up.ts';
import { sweepJob } from './sweep.ts';

export const filesServer: ServerNoun = {
	name: 'files',
	commands: none,
	items: none,
	reminders: none,
	emails: none,
	search: [fileSource],
	files: none,
	moderation: none,
	desk: none,
	city: none,
	jobs: [cleanUpJob, sweepJob]
};
