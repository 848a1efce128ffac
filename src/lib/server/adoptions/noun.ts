import { none, type ServerNoun } from '../noun.ts';
import { askOwner } from './ask-owner.ts';
import { filesInLog } from './files-in-log.ts';
import { adoptionsOfCity, adoptionsPanel } from './gives-and-takes.ts';
import { hideLogEntry, restoreLogEntry } from './hide-log.ts';
import { pairItems } from './items.ts';
import { addLogEntry, editLogEntry, removeLogEntry } from './log.ts';
import { logItems } from './log-items.ts';
import { joinAdoption, leaveAdoption } from './looking-after.ts';
import { moderatedLog } from './moderated-log.ts';
import { adoptionQuiet } from './quiet.ts';
import { answerPublication, tellAdopters } from './revisions.ts';
import { chooseModule, setNextStep } from './shape.ts';
import { markInterest, moveAdoption, stopAdoption } from './steps.ts';
import { pairSubjects } from './subjects.ts';
import { loggedBy } from './logged-by.ts';

export const adoptionsServer: ServerNoun = {
	name: 'adoptions',
	commands: {
		markInterest,
		askOwner,
		moveAdoption,
		stopAdoption,
		chooseModule,
		setNextStep,
		joinAdoption,
		leaveAdoption,
		addLogEntry,
		editLogEntry,
		removeLogEntry,
		hideLogEntry,
		restoreLogEntry,
		answerPublication
	},
	threads: [pairSubjects],
	items: [pairItems, logItems],
	reminders: [adoptionQuiet],
	emails: none,
	search: none,
	files: [filesInLog],
	moderation: [moderatedLog],
	desk: [adoptionsPanel],
	city: [adoptionsOfCity],
	written: [loggedBy],
	publications: [tellAdopters],
	demo: () => import('./demo/seed.ts'),
	jobs: none
};
