import { anyRole, holds, partnerRoles } from '../access/holds.ts';
import { partnersSpeak } from '../access/partners-speak.ts';
import type { NounRules } from '../noun.ts';

export interface MeetingSubjects {
	'meeting.read': { network: string };
	'meeting.post': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends MeetingSubjects {}
}

export const meetingsRules: NounRules<MeetingSubjects> = {
	name: 'meetings',
	kinds: ['meeting'],
	policy: {
		'meeting.read': (person, { network }) => holds(person, network, anyRole),
		'meeting.post': (person, { network }) => holds(person, network, partnerRoles)
	},
	thread: partnersSpeak
};
