import { anyRole, holds, partnerRoles } from '../access/holds.ts';
import { none, type ModelNoun } from '../noun.ts';

export interface MeetingSubjects {
	'meeting.read': { network: string };
	'meeting.post': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends MeetingSubjects {}
}

export const meetingsNoun: ModelNoun<MeetingSubjects> = {
	name: 'meetings',
	kinds: ['meeting'],
	policy: {
		'meeting.read': (person, { network }) => holds(person, network, anyRole),
		'meeting.post': (person, { network }) => holds(person, network, partnerRoles)
	},
	events: none,
	thread: {
		speak: (person, { network }) => holds(person, network, partnerRoles),
		react: (person, { network }) => holds(person, network, partnerRoles),
		moderate: (person, { network }) => holds(person, network, ['lead'])
	},
	found: { meeting: { en: ['meeting', 'meetings'], lv: ['sanāksme', 'sanāksmes'] } }
};
