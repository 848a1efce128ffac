import { none, type ServerNoun } from '../noun.ts';
import { beginPlan } from './begin.ts';
import { attachDeclaration } from './declaration.ts';
import { describePlan, inviteToPlan } from './describe.ts';
import { filesInPlans } from './files.ts';
import { planItems } from './items.ts';
import { hideRow, restoreRow } from './moderation/hide-row.ts';
import { hideSection, restoreSection } from './moderation/hide-section.ts';
import { moderatedPlans } from './moderation/moderated-plans.ts';
import { consultationEnds } from './reminders.ts';
import { planSource } from './search/search-plans.ts';
import { rowSource } from './search/search-rows.ts';
import { sectionSource } from './search/search-sections.ts';
import { addRow, moveRow, retireRow, returnRow } from './rows/place.ts';
import { saveRow, settleRow, takeBackRow } from './rows/save.ts';
import { plansOfCity, plansPanel } from './list/lines.ts';
import { addSection, giveSection, moveSection, retireSection, returnSection } from './sections/place.ts';
import { markSectionRead } from './sections/read-marks.ts';
import { saveSection, settleSection, takeBackSection } from './sections/save.ts';
import { adoptPlan, askAnew, freezeVersion, implementPlan, openConsultation, revisePlan } from './states.ts';
import { planSubjects } from './subjects.ts';
import { shapeTemplate } from './template/shape.ts';
import { thinPlansJob } from './thin.ts';
import { sectionsWrittenBy } from './written-by.ts';

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
		attachDeclaration,
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
		hideSection,
		restoreSection,
		hideRow,
		restoreRow,
		addRow,
		saveRow,
		takeBackRow,
		settleRow,
		moveRow,
		retireRow,
		returnRow,
		readSection: markSectionRead,
		shapeTemplate
	},
	threads: planSubjects,
	items: planItems,
	reminders: [consultationEnds],
	emails: none,
	search: [planSource, sectionSource, rowSource],
	files: filesInPlans,
	moderation: moderatedPlans,
	desk: [plansPanel],
	city: [plansOfCity],
	written: [sectionsWrittenBy],
	publications: none,
	demo: () => import('./demo/seed.ts'),
	jobs: [thinPlansJob]
};
