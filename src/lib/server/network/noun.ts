import { none, type Noun } from '../noun.ts';
import { citySource } from './search-cities.ts';

export const network: Noun = {
	name: 'network',
	commands: none,
	items: none,
	reminders: none,
	emails: none,
	search: [citySource],
	files: none,
	moderation: none,
	desk: none,
	city: none,
	jobs: none
};
