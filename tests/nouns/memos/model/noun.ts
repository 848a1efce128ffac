import { isAmong } from '#lib/model/access/groups.ts';
import { holds, partnerRoles } from '#lib/model/access/holds.ts';
import type { ModelNoun } from '#lib/model/noun.ts';
import type { ThreadSubject } from '#lib/model/threads/thread-subject.ts';
import type { MemoEvents } from './memo.ts';

export interface MemoSubjects {
	'memo.write': { network: string; city: string };
	'memo.change': { subject: ThreadSubject; authorId: string };
}

declare module '#lib/model/policy.ts' {
	interface Subjects extends MemoSubjects {}
}

export const memosNoun: ModelNoun<MemoSubjects, MemoEvents> = {
	name: 'memos',
	kinds: ['memo'],
	policy: {
		'memo.write': (person, { network, city }) =>
			person.memberships.some((held) => held.network === network && held.city === city && partnerRoles.includes(held.role)),
		'memo.change': (person, { subject, authorId }) => isAmong(person, subject.audience) && person.id === authorId
	},
	events: {
		'memo.written': { countable: false, recounts: false },
		'memo.renamed': { countable: false, recounts: false },
		'memo.dated': { countable: false, recounts: false }
	},
	thread: {
		speak: (person, { network }) => holds(person, network, partnerRoles),
		react: (person, { network }) => holds(person, network, partnerRoles),
		moderate: (person, { network }) => holds(person, network, ['lead'])
	},
	found: { memo: { en: ['memo', 'memos'], lv: ['piezīme', 'piezīmes'] } }
};
