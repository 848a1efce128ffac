import type { ThreadSubject } from '#lib/model/threads/thread-subject.ts';
import { partnerRoles } from '#lib/model/access/holds.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import type { MemoEvents } from './memo.ts';
import type { ModelNoun } from '#lib/model/noun.ts';
import { memosKinds } from './noun-kinds.ts';

export interface MemoSubjects {
	'memo.write': { network: string; city: string };
	'memo.change': { subject: ThreadSubject; authorId: string };
}

declare module '#lib/model/policy.ts' {
	interface Subjects extends MemoSubjects {}
}

export const memosNoun: ModelNoun<MemoSubjects, MemoEvents> = {
	...memosKinds,
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
	found: { memo: { en: ['memo', 'memos'], lv: ['piezīme', 'piezīmes'] } }
};
