import { none, type ServerNoun } from '../noun.ts';
import { citySource } from './search-cities.ts';

export const networkServer: ServerNoun = {
	name: 'network',
	commands: none,
	threads: none,
	items: none,
	reminders: none,
	emails: none,
	search: [citySource],
	files: none,
	moderation: none,
	desk: none,
	city: none,
	written: none,
	publications: none,
	demo: none,
	jobs: none
};
