import { anyRole, holds, partnerRoles } from '../access/holds.ts';
import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';
import { meetingsKinds } from './noun-kinds.ts';

export interface MeetingSubjects {
	'meeting.read': { network: string };
	'meeting.post': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends MeetingSubjects {}
}

export const meetingsNoun: ModelNoun<MeetingSubjects> = {
	...meetingsKinds,
	policy: {
		'meeting.read': (person, { network }) => holds(person, network, anyRole),
		'meeting.post': (person, { network }) => holds(person, network, partnerRoles)
	},
	events: none,
	found: { meeting: { en: ['meeting', 'meetings'], lv: ['sanāksme', 'sanāksmes'] } }
};
