import { none, type ServerNoun } from '../noun.ts';
import { forgetExpired } from './forget-expired.ts';
import { passwordEmail } from './password-email.ts';

export const authServer: ServerNoun = {
	name: 'auth',
	commands: none,
	threads: none,
	items: none,
	reminders: none,
	emails: { password: passwordEmail },
	search: none,
	files: none,
	moderation: none,
	desk: none,
	city: none,
	written: none,
	publications: none,
	demo: none,
	jobs: [forgetExpired]
};
