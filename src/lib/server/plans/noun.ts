import { none, type ServerNoun } from '../noun.ts';
import { beginPlan } from './begin.ts';
import { describePlan, inviteToPlan } from './describe.ts';
import { filesInPlans } from './files.ts';
import { plansOfCity, plansPanel } from './list/lines.ts';
import { addSection, giveSection, moveSection, retireSection, returnSection } from './sections/place.ts';
import { readSection } from './sections/read-marks.ts';
import { saveSection, settleSection, takeBackSection } from './sections/save.ts';
import { adoptPlan, askAnew, freezeVersion, implementPlan, openConsultation, revisePlan } from './states.ts';
import { planSubjects } from './subjects.ts';
import { shapeTemplate } from './template/shape.ts';

export const plansServer: ServerNoun = {
	name: 'plans',
	commands: {
		beginPlan,
		describePlan,
		inviteToPlan,
		openConsultation,
		askAnew,
		revisePlan,
		adoptPlan,
		implementPlan,
		freezeVersion,
		addSection,
		saveSection,
		takeBackSection,
		settleSection,
		moveSection,
		retireSection,
		returnSection,
		giveSection,
		readSection,
		shapeTemplate
	},
	threads: planSubjects,
	items: none,
	reminders: none,
	emails: none,
	search: none,
	files: filesInPlans,
	moderation: none,
	desk: [plansPanel],
	city: [plansOfCity],
	written: none,
	publications: none,
	demo: none,
	jobs: none
};
