import type { Socket } from 'socket.io-client';
import type { Person } from '#lib/model/access/actor.ts';
import type { CommandName } from '#lib/model/commands.ts';
import type { PlanCommands } from '#lib/model/plans/commands.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { plansServer } from '#lib/server/plans/noun.ts';
import { hideRow } from '#lib/server/plans/moderation/hide-row.ts';
import { hideSection } from '#lib/server/plans/moderation/hide-section.ts';
import { addRow } from '#lib/server/plans/rows/place.ts';
import { saveRow } from '#lib/server/plans/rows/save.ts';
import { giveSection, retireSection } from '#lib/server/plans/sections/place.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { adoptPlan, openConsultation, revisePlan } from '#lib/server/plans/states.ts';
import { setServices } from '#lib/server/services.ts';
import { planCommandsTable, type PlanColumn } from '../../plan-matrix.ts';
import { liveOn } from '../../support/live.ts';
import { marked } from '../../support/marked.ts';
import { answerOverLine } from '../../support/over-line.ts';
import { planPeople } from '../../support/plan-people.ts';
import { addressOfPlan, consultation, leaveFileOfPlan, leavePlan, paragraphs } from '../../support/plans.ts';
import { expect, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';
import { answerTo, askedWith, type Answered } from '../../support/sent-form.ts';
import { formsOfPages, planForms, type PlanForm } from './plan-forms.ts';

interface Left {
	id: string;
	city: string;
	slug: string;
	/** The section of actions, which was given to Wanda, one of risks behind it, and a row of the first. */
	section: string;
	another: string;
	row: string;
	/** Held by the plan. */
	file: string;
	/** How the section and the row are called in the address of their history. */
	places: { section: string; row: string };
}

/** How a plan of Coimbra comes to a state; two revisions of the section and the row stand in each. */
async function leave(services: TestServices, ground: PracticeGround, writer: Person, state: string): Promise<Left> {
	const { ines, marek } = ground;
	const { id } = await leavePlan(services, ground);
	const parts = await services.sql<{ part: string; id: string; short_id: string }[]>`
		select part, id, short_id from plan_sections where plan_id = ${id}`;
	const of = (part: string) => parts.find((one) => one.part === part);
	const [section, another] = [of('actions')?.id ?? '', of('risks')?.id ?? ''];
	await giveSection(services, ines, { ...once(), id: section, people: [writer.id] });
	await saveSection(services, ines, { ...once(), id: section, base: 1, doc: paragraphs('Quinces') });
	const { id: row } = await addRow(services, ines, { ...once(), section, after: null, kind: 'action', values: { title: 'Fair' } });
	await saveRow(services, ines, { ...once(), id: row, base: 1, values: { lead: 'Hall' } });
	if (!['draft', 'for Coimbra', 'for Granada', 'for no city', ''].includes(state))
		await openConsultation(services, ines, { ...once(), id, ...consultation });
	if (['revised', 'adopted'].includes(state)) await revisePlan(services, ines, { ...once(), id });
	if (state === 'adopted') await adoptPlan(services, ines, { ...once(), id, body: 'Council', adoptedOn: '2026-01-05', file: null });
	if (state === 'retired') await retireSection(services, ines, { ...once(), id: section });
	if (state === 'hidden') {
		await hideSection(services, marek, { ...once(), id: section, reason: 'Names a child.' });
		await hideRow(services, marek, { ...once(), id: row, reason: 'Names a child.' });
	}
	const [short] = await services.sql<{ id: string }[]>`select short_id as id from plan_rows where id = ${row}`;
	const file = await leaveFileOfPlan(services, ines, id);
	const places = { section: `s-${of('actions')?.short_id}`, row: `r-${short?.id}` };
	return { id, ...(await addressOfPlan(services, id)), section, another, row, file, places };
}

const cityIn = (state: string) => ({ 'for Coimbra': 'co', 'for Granada': 'gr' })[state] ?? 'zz';
const reason = 'Names a child.';

/** What is asked for, by command. */
const inputs: Record<keyof PlanCommands, (left: Left, network: string, state: string) => object> = {
	beginPlan: (_, network, state) => ({ network, city: cityIn(state), title: 'Makers', lang: 'en' }),
	describePlan: ({ id }) => ({ id, changed: { horizon: { from: 2026, to: 2030 } } }),
	inviteToPlan: ({ id }) => ({ id, people: [] }),
	openConsultation: ({ id }) => ({ id, ...consultation }),
	askAnew: ({ id }) => ({ id, ...consultation }),
	revisePlan: ({ id }) => ({ id }),
	adoptPlan: ({ id }) => ({ id, body: 'Council', adoptedOn: '2026-01-05', file: null }),
	attachDeclaration: ({ id, file }) => ({ id, version: 3, file }),
	implementPlan: ({ id }) => ({ id, on: true }),
	freezeVersion: ({ id }) => ({ id, name: 'For the council' }),
	addSection: ({ id }) => ({ plan: id, after: null, title: 'Rivers', part: null }),
	saveSection: ({ section }) => ({ id: section, base: 2, doc: paragraphs('Medlars') }),
	takeBackSection: ({ section }) => ({ id: section, n: 1 }),
	settleSection: ({ section }) => ({ id: section, keep: 'mine' }),
	moveSection: ({ section }) => ({ id: section, after: null }),
	retireSection: ({ section }) => ({ id: section }),
	returnSection: ({ section }) => ({ id: section }),
	giveSection: ({ section }) => ({ id: section, people: [] }),
	readSection: ({ section }) => ({ id: section, n: 1, rowsAt: '2026-01-05T10:00:00.000Z' }),
	hideSection: ({ section }) => ({ id: section, reason }),
	restoreSection: ({ section }) => ({ id: section }),
	addRow: ({ section }) => ({ section, after: null, kind: 'action', values: { title: 'Market' } }),
	saveRow: ({ row }) => ({ id: row, base: 2, values: { outputs: 'Stalls' } }),
	takeBackRow: ({ row }) => ({ id: row, n: 1 }),
	settleRow: ({ row }) => ({ id: row, cell: 'lead', keep: 'mine' }),
	moveRow: ({ row }) => ({ id: row, after: null }),
	retireRow: ({ row }) => ({ id: row }),
	returnRow: ({ row }) => ({ id: row }),
	hideRow: ({ row }) => ({ id: row, reason }),
	restoreRow: ({ row }) => ({ id: row }),
	shapeTemplate: (_, network) => ({ network, parts: [{ part: 'vision', title: { en: 'Vision' }, hint: { en: '' } }] })
};

/** What can be done to the same plan only once; all others again and again. */
const changesState = /^(open|askAnew|revise|adopt|attach|settle|retire|return|hide|restore)/;

const table = marked<PlanColumn>(planCommandsTable);

/** Both wrote something else in the same words, so that there is something to settle. */
async function disagree(services: TestServices, { ines, rui }: PracticeGround, person: Person, { section, row }: Left): Promise<void> {
	const other = person.id === rui.id ? ines : rui;
	await saveSection(services, other, { ...once(), id: section, base: 2, title: 'What another does' });
	await saveSection(services, person, { ...once(), id: section, base: 2, title: 'What I do' });
	await saveRow(services, other, { ...once(), id: row, base: 2, values: { lead: 'Chamber' } });
	await saveRow(services, person, { ...once(), id: row, base: 2, values: { lead: 'School' } });
}

/** What a form answers: as the socket, but for what its page does not find, and whom it cannot be about. */
function answersByForm({ on, hides, own }: PlanForm, state: string, marks: Record<PlanColumn, string>) {
	const knows = on === 'history' ? 'OCMP' : '';
	const answers = Object.entries(marks).map(([one, mark]) => [one, hides && state === 'hidden' && !knows.includes(one) ? '-' : mark]);
	return Object.fromEntries(answers.filter(([one]) => !own || one !== 'F'));
}

/** All that was written so far. */
async function written({ sql }: TestServices): Promise<unknown> {
	return [
		...(await sql`select (select count(*) from events where stream like 'plan%') as events, (select count(*) from section_revisions) as said,
			(select count(*) from row_revisions) as cells, (select count(*) from plan_versions) as versions,
			(select count(*) from notifications) as told, (select count(*) from plan_templates) as parts`)
	];
}

test(
	'sockets and forms answer as the table of plans says, and what is refused writes nothing',
	{ timeout: 240_000 },
	async ({ services, ground }) => {
		services.config = parseConfig({ DEMO: 'off', LIMITS: '100' });
		setServices(services);
		const { columns, atTheDoor } = await planPeople(services, ground);
		const people = Object.entries(columns) as [PlanColumn, Person][];
		const live = await liveOn(services);
		const lines = new Map<PlanColumn, Socket>();
		for (const [column, person] of people) lines.set(column, await live.line(person));
		for (const actor of atTheDoor) if (actor.kind === 'person') await expect(live.line(actor)).rejects.toThrow('signed_out');

		for (const { what, state, marks } of table) {
			const name = what as keyof PlanCommands;
			const forms = planForms[name] ?? [];
			const shared = await leave(services, ground, columns.W, state);
			const before = await written(services);
			const socket: Partial<Record<PlanColumn, Answered>> = {};
			const byForm = new Map<PlanForm, typeof socket>(forms.map((form) => [form, {}]));
			const [done, refused] = [
				people.filter(([column]) => marks[column] === '+'),
				people.filter(([column]) => marks[column] !== '+')
			];
			// Who is refused comes first: they all meet the same plan, which stays as it is.
			for (const [column, person] of [...refused, ...done]) {
				const own = async () => {
					if (marks[column] !== '+' || !changesState.test(name)) return shared;
					const left = await leave(services, ground, columns.W, state);
					if (name.startsWith('settle')) await disagree(services, ground, person, left);
					return left;
				};
				const line = lines.get(column);
				if (!line) throw new Error(`No line for ${column}`);
				if (column === done[0]?.[0]) expect.soft(await written(services), `${what} ${state}`).toEqual(before);
				socket[column] = await answerOverLine(line, name as CommandName, inputs[name](await own(), ground.network.id, state));
				for (const [form, answers] of byForm) {
					if (form.own && column === 'F') continue;
					const { path, params, search, fields } = form.sent(await own(), state);
					const sent = [...Object.entries(once()), ...fields] as [string, string][];
					answers[column] = await answerTo(form.action, askedWith(person, path, { params, search, fields: sent }));
				}
			}
			if (done.length === 0) expect.soft(await written(services), `${what} ${state}`).toEqual(before);
			expect.soft(socket, `${what} ${state}`).toEqual(marks);
			for (const [form, answers] of byForm)
				expect.soft(answers, `${what} ${state}, by the form of ${form.on}`).toEqual(answersByForm(form, state, marks));
		}
		await live.close();
	}
);

test('every command of plans stands in the table', () => {
	expect(new Set(table.map(({ what }) => what))).toEqual(new Set(Object.keys(plansServer.commands ?? {})));
});

test('every form of the pages of plans asks for a command of the table', () => {
	const asked = new Set(Object.values(planForms).flatMap((forms) => forms.map(({ action }) => action)));
	expect(formsOfPages.filter((action) => !asked.has(action))).toEqual([]);
});
