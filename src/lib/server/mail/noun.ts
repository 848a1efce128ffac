import { none, type ServerNoun } from '../noun.ts';
import { forgetOldMail } from './forget-old.ts';

export const mailServer: ServerNoun = {
	name: 'mail',
	commands: none,
	items: none,
	reminders: none,
	emails: none,
	search: none,
	files: none,
	moderation: none,
	desk: none,
	city: none,
	jobs: [forgetOldMail]
};
