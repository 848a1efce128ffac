import type { PlanCommands } from '#lib/model/plans/commands.ts';
import { actions as onHistory } from '../../../src/routes/plans/[city]/[slug]/history/[section]/+page.server.ts';
import { actions as onManaging } from '../../../src/routes/plans/[city]/[slug]/manage/+page.server.ts';
import { actions as onRow } from '../../../src/routes/plans/[city]/[slug]/rows/[row]/+page.server.ts';
import { actions as onNewRow } from '../../../src/routes/plans/[city]/[slug]/rows/new/+page.server.ts';
import { actions as onWriting } from '../../../src/routes/plans/[city]/[slug]/write/[shortId]/+page.server.ts';
import { actions as onPlans } from '../../../src/routes/plans/+page.server.ts';
import { actions as onTemplate } from '../../../src/routes/plans/template/+page.server.ts';
import { consultation } from '../../support/plans.ts';
import type { Sent } from '../../support/sent-form.ts';

/** A plan that stands for the forms to be sent about: its section and row, and how both are called in addresses. */
export interface FormsAbout {
	city: string;
	slug: string;
	section: string;
	/** A file that the plan holds. */
	file: string;
	places: { section: string; row: string };
}

/** A form by which a command is asked for. */
export interface PlanForm {
	/** The page that has it, and its action. */
	on: string;
	action: unknown;
	/** Where it is sent, and with what. */
	sent(about: FormsAbout, state: string): Required<Pick<Sent, 'params' | 'search'>> & { path: string; fields: [string, string][] };
	/** Whether what a lead has hidden is not found on that page, not even by who wrote it. */
	hides?: boolean;
	/** Whether it can only be about one's own network. */
	own?: boolean;
}

type Fields = Record<string, string> | [string, string][];
const fieldsIn = (fields: Fields): [string, string][] => (Array.isArray(fields) ? fields : Object.entries(fields));
const reason = { reason: 'Names a child.' };

const managing = (action: string, fields: Fields | ((about: FormsAbout) => Fields) = {}): PlanForm => ({
	on: 'manage',
	action: onManaging[action],
	sent: (about) => ({
		path: `/plans/${about.city}/${about.slug}/manage`,
		params: { city: about.city, slug: about.slug },
		search: '',
		fields: fieldsIn(typeof fields === 'function' ? fields(about) : fields)
	})
});
const inHistory = (about: 'section' | 'row', action: string, fields: Fields = {}): PlanForm => ({
	on: 'history',
	action: onHistory[action],
	hides: true,
	sent: ({ city, slug, places }) => ({
		path: `/plans/${city}/${slug}/history/${places[about]}`,
		params: { city, slug, section: places[about] },
		search: '',
		fields: fieldsIn(fields)
	})
});
const onPageOfRow = (action: string, fields: Fields = {}): PlanForm => ({
	on: 'row',
	action: onRow[action],
	sent: ({ city, slug, places: { row } }) => ({
		path: `/plans/${city}/${slug}/rows/${row.slice(2)}`,
		params: { city, slug, row: row.slice(2) },
		search: '',
		fields: fieldsIn(fields)
	})
});
const whereItIsWritten = (action: string, fields: Fields): PlanForm => ({
	on: 'write',
	action: onWriting[action],
	hides: true,
	sent: ({ city, slug, places: { section } }) => ({
		path: `/plans/${city}/${slug}/write/${section.slice(2)}`,
		params: { city, slug, shortId: section.slice(2) },
		search: '',
		fields: fieldsIn(fields)
	})
});

const cityIn = (state: string): string => ({ 'for Coimbra': 'co', 'for Granada': 'gr' })[state] ?? 'zz';

/** Every form of the pages of plans, by the command that it asks for. */
export const planForms: Partial<Record<keyof PlanCommands, PlanForm[]>> = {
	beginPlan: [
		{
			on: 'plans',
			action: onPlans.default,
			own: true,
			sent: (_, state) => ({
				path: '/plans',
				params: {},
				search: '',
				fields: fieldsIn({ city: cityIn(state), title: 'Makers', lang: 'en' })
			})
		}
	],
	describePlan: [managing('describe', { title: 'Makers', lang: 'en', from: '2026', to: '2030', contact: '', cover: '', alt: '' })],
	inviteToPlan: [managing('invite')],
	openConsultation: [managing('open', consultation)],
	askAnew: [managing('ask', consultation)],
	revisePlan: [managing('revise')],
	adoptPlan: [managing('adopt', { body: 'Council', adoptedOn: '2026-01-05', file: '' })],
	attachDeclaration: [managing('declare', ({ file }) => ({ version: '3', file }))],
	implementPlan: [managing('implement', { on: 'true' })],
	freezeVersion: [managing('freeze', { name: 'For the council' })],
	addSection: [managing('add', { title: 'Rivers', part: '', after: '' })],
	moveSection: [managing('move', ({ section }) => ({ section, after: '' }))],
	retireSection: [managing('retire', ({ section }) => ({ section }))],
	returnSection: [managing('return', ({ section }) => ({ section }))],
	giveSection: [managing('give', ({ section }) => ({ section }))],
	saveSection: [whereItIsWritten('save', { title: 'Actions', lang: 'en', base: '2', text: 'Medlars' })],
	settleSection: [whereItIsWritten('settle', { keep: 'mine' })],
	takeBackSection: [inHistory('section', 'takeBack', { n: '1' })],
	hideSection: [inHistory('section', 'hide', reason)],
	restoreSection: [inHistory('section', 'restore')],
	addRow: [
		{
			on: 'new row',
			action: onNewRow.default,
			sent: ({ city, slug, places: { section } }) => ({
				path: `/plans/${city}/${slug}/rows/new`,
				params: { city, slug },
				search: `?section=${section.slice(2)}`,
				fields: fieldsIn({ has: 'title', 'title.title': 'Market' })
			})
		}
	],
	saveRow: [onPageOfRow('save', { base: '2', has: 'outputs', 'outputs.outputs': 'Stalls' })],
	takeBackRow: [onPageOfRow('takeBack', { n: '1' }), inHistory('row', 'takeBack', { n: '1' })],
	settleRow: [onPageOfRow('settle', { cell: 'lead', keep: 'mine' })],
	moveRow: [onPageOfRow('move', { after: '' })],
	retireRow: [onPageOfRow('retire')],
	returnRow: [onPageOfRow('return')],
	hideRow: [inHistory('row', 'hide', reason)],
	restoreRow: [inHistory('row', 'restore')],
	shapeTemplate: [
		{
			on: 'template',
			action: onTemplate.default,
			own: true,
			sent: () => ({
				path: '/plans/template',
				params: {},
				search: '',
				fields: fieldsIn({ '0.place': '1', '0.part': 'vision', '0.title.en': 'Vision', '0.hint.en': '' })
			})
		}
	]
};

/** How many forms these pages have; a new one belongs in the table. */
export const formsOfPages = [onHistory, onManaging, onRow, onNewRow, onWriting, onPlans, onTemplate].flatMap((actions) =>
	Object.values(actions)
);
