import { none, type ServerNoun } from '#lib/server/noun.ts';
import { renameMemo, shareMemo, writeMemo } from './commands.ts';
import { memosPanel } from './desk-panel.ts';
import { memoItems } from './items.ts';
import { memoSource } from './search.ts';
import { memoSubjects } from './subjects.ts';

export const memosServer: ServerNoun = {
	name: 'memos',
	commands: { writeMemo, renameMemo, shareMemo },
	threads: [memoSubjects],
	items: [memoItems],
	reminders: none,
	emails: none,
	search: [memoSource],
	// Files stand in the posts of its threads, which know them already.
	files: none,
	// Its posts are moderated as all posts are.
	moderation: none,
	desk: [memosPanel],
	city: none,
	demo: () => import('./demo.ts'),
	jobs: none
};
