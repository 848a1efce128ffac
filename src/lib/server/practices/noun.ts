import { none, type ServerNoun } from '../noun.ts';
import { archivePractice, growPractice, reopenPractice } from './archive.ts';
import { askForField, bookmarkPractice } from './ask.ts';
import { beginPractice } from './begin.ts';
import { filesInPractices } from './files.ts';
import { practiceItems } from './items.ts';
import { practicesOfCity, practicesPanel } from './lines.ts';
import { publishChanges } from './publish.ts';
import { approvePractice, requestChanges, submitPractice, withdrawPractice } from './rounds.ts';
import { savePractice } from './save.ts';
import { practiceSource } from './search.ts';
import { settleClash } from './settle-clash.ts';
import { draftSubjects, practiceSubjects } from './subjects.ts';
import { takeBackWords } from './take-back-words.ts';
import { thinJob } from './thin.ts';
import { practicesToldBy } from './told-by.ts';

export const practicesServer: ServerNoun = {
	name: 'practices',
	commands: {
		beginPractice,
		savePractice,
		settleClash,
		takeBackWords,
		submitPractice,
		withdrawPractice,
		requestChanges,
		approvePractice,
		publishChanges,
		archivePractice,
		reopenPractice,
		growPractice,
		askForField,
		bookmarkPractice
	},
	threads: [practiceSubjects, draftSubjects],
	items: practiceItems,
	reminders: none,
	emails: none,
	search: [practiceSource],
	files: filesInPractices,
	moderation: none,
	desk: [practicesPanel],
	city: [practicesOfCity],
	written: [practicesToldBy],
	publications: none,
	demo: () => import('./demo/seed.ts'),
	jobs: [thinJob]
};
