import { partnersSpeak } from '#lib/model/access/partners-speak.ts';
import type { NounKinds } from '#lib/model/noun.ts';

export const memosKinds: NounKinds = {
	name: 'memos',
	kinds: ['memo'],
	thread: { ...partnersSpeak }
};
