import { none, type ServerNoun } from '../noun.ts';
import { invitationEmail } from './invitation-email.ts';
import { moderatedPeople } from './moderated-people.ts';
import { ownCityPanel } from './own-city.ts';
import { readmissionEmail, suspensionEmail } from './suspension-email.ts';
import { personSource } from './search-people.ts';

export const peopleServer: ServerNoun = {
	name: 'people',
	commands: none,
	threads: none,
	items: none,
	reminders: none,
	emails: { invitation: invitationEmail, suspension: suspensionEmail, readmission: readmissionEmail },
	search: [personSource],
	files: none,
	moderation: [moderatedPeople],
	desk: [ownCityPanel],
	city: none,
	written: none,
	publications: none,
	demo: none,
	jobs: none
};
