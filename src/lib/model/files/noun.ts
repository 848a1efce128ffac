import { holds, partnerRoles } from '../access/holds.ts';
import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';
import { filesKinds } from './noun-kinds.ts';

export interface FileSubjects {
	/** To put a file into the network's store; where it then stands has a rule of its own. */
	'file.add': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends FileSubjects {}
}

export const filesNoun: ModelNoun<FileSubjects> = {
	...filesKinds,
	policy: {
		'file.add': (person, { network }) => holds(person, network, partnerRoles)
	},
	events: none,
	found: { file: { en: ['file', 'files'], lv: ['fails', 'faili'] } }
};
