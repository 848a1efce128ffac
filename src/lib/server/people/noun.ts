import { none, type Noun } from '../noun.ts';
import { moderatedPeople } from './moderated-people.ts';
import { ownCityPanel } from './own-city.ts';
import { personSource } from './search-people.ts';

export const people: Noun = {
	name: 'people',
	search: [personSource],
	files: none,
	moderation: [moderatedPeople],
	desk: [ownCityPanel],
	city: none,
	jobs: none
};
