import { isAmong } from '#lib/model/access/groups.ts';
import { partnerRoles } from '#lib/model/access/holds.ts';
import type { ThreadSubject } from '#lib/model/threads/thread-subject.ts';
import { partnersSpeak } from '#lib/model/access/partners-speak.ts';
import type { NounRules } from '#lib/model/noun.ts';

export interface MemoSubjects {
	'memo.write': { network: string; city: string };
	'memo.change': { subject: ThreadSubject; authorId: string };
}

declare module '#lib/model/policy.ts' {
	interface Subjects extends MemoSubjects {}
}

export const memosRules: NounRules<MemoSubjects> = {
	name: 'memos',
	kinds: ['memo'],
	policy: {
		'memo.write': (person, { network, city }) =>
			person.memberships.some((held) => held.network === network && held.city === city && partnerRoles.includes(held.role)),
		'memo.change': (person, { subject, authorId }) => isAmong(person, subject.audience) && person.id === authorId
	},
	thread: { ...partnersSpeak }
};
