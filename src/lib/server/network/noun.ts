import { none, type Noun } from '../noun.ts';
import { citySource } from './search-cities.ts';

export const network: Noun = {
	name: 'network',
	search: [citySource],
	files: none,
	moderation: none,
	desk: none,
	city: none,
	jobs: none
};
