import { holds, partnerRoles } from '../access/holds.ts';
import { none } from '../noun.ts';
import type { ModelNoun } from '../noun.ts';

export interface FileSubjects {
	/** To put a file into the network's store; where it then stands has a rule of its own. */
	'file.add': { network: string };
}

declare module '../policy.ts' {
	interface Subjects extends FileSubjects {}
}

export const filesNoun: ModelNoun<FileSubjects> = {
	name: 'files',
	kinds: ['file'],
	policy: {
		'file.add': (person, { network }) => holds(person, network, partnerRoles)
	},
	events: none,
	thread: none,
	found: { file: { en: ['file', 'files'], lv: ['fails', 'faili'] } }
};
