import { none, type ServerNoun } from '#lib/server/noun.ts';
import { cityMemos } from './city-memos.ts';
import { dateMemo, renameMemo, shareMemo, writeMemo } from './commands.ts';
import { copyEmail } from './copy-email.ts';
import { memosPanel } from './desk-panel.ts';
import { memoItems } from './items.ts';
import { mailMemo, memoCopy } from './mail-memo.ts';
import { moderatedMemos } from './moderated-memos.ts';
import { memoDue, memoReminders } from './reminders.ts';
import { memoSource } from './search.ts';
import { silenceMemo } from './silence-memo.ts';
import { memoSubjects } from './subjects.ts';

export const memosServer: ServerNoun = {
	name: 'memos',
	commands: { writeMemo, renameMemo, dateMemo, shareMemo, silenceMemo, mailMemo },
	threads: [memoSubjects],
	items: [memoItems],
	reminders: [memoDue],
	emails: { [memoCopy]: copyEmail },
	search: [memoSource],
	// Files stand in the posts of its threads, which know them already.
	files: none,
	// Its posts are moderated as all posts are.
	moderation: [moderatedMemos],
	desk: [memosPanel],
	city: [cityMemos],
	written: none,
	publications: none,
	demo: () => import('./demo.ts'),
	jobs: [memoReminders]
};
