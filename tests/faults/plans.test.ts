import { expect, vi } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import type { CommandName } from '#lib/model/commands.ts';
import { commandNamed } from '#lib/server/commands/socket-commands.ts';
import { addRow } from '#lib/server/plans/rows/place.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { adoptPlan } from '#lib/server/plans/states.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { holding } from '../support/holding.ts';
import { consultation, leaveFileOfPlan, leaveOpenPlan, leavePlan, paragraphs } from '../support/plans.ts';
import { once, test, type PracticeGround, type TestServices } from '../support/practices.ts';

vi.setConfig({ testTimeout: 30_000 });

interface Sent {
	by: Person;
	name: CommandName;
	input: Record<string, unknown>;
}

type Write = (services: TestServices, ground: PracticeGround) => Promise<Sent>;

/** The section of actions of a draft with two revisions, and a row in it. */
async function leaveActions(services: TestServices, ground: PracticeGround) {
	const { id: plan } = await leavePlan(services, ground);
	const [found] = await services.sql<{ id: string }[]>`select id from plan_sections where plan_id = ${plan} and part = 'actions'`;
	const section = found?.id ?? '';
	await saveSection(services, ground.ines, { ...once(), id: section, base: 1, doc: paragraphs('Quinces') });
	const { id: row } = await addRow(services, ground.ines, { ...once(), section, after: null, kind: 'action', values: { title: 'Fair' } });
	return { plan, section, row };
}

/** Of the city, about a draft. */
const ofDraft =
	(name: CommandName, input: (left: { plan: string; section: string; row: string }) => Record<string, unknown>): Write =>
	async (services, ground) => ({ by: ground.ines, name, input: input(await leaveActions(services, ground)) });

/** What somebody sends, after what it needs. */
const writes: Record<string, Write> = {
	'a plan is begun': (_, { ines, network }) =>
		Promise.resolve({ by: ines, name: 'beginPlan', input: { network: network.id, city: 'co', title: 'Makers', lang: 'en' } }),
	'a section is saved': ofDraft('saveSection', ({ section }) => ({ id: section, base: 2, doc: paragraphs('Quinces and medlars') })),
	'older words are taken back': ofDraft('takeBackSection', ({ section }) => ({ id: section, n: 1 })),
	'a section is added': ofDraft('addSection', ({ plan }) => ({ plan, after: null, title: 'Rivers', part: null })),
	'a row is added': ofDraft('addRow', ({ section }) => ({ section, after: null, kind: 'action', values: { title: 'Market' } })),
	'a row is saved': ofDraft('saveRow', ({ row }) => ({ id: row, base: 1, values: { lead: 'Hall' } })),
	'a version is frozen': ofDraft('freezeVersion', ({ plan }) => ({ id: plan, name: 'For the council' })),
	'a consultation is opened': ofDraft('openConsultation', ({ plan }) => ({ id: plan, ...consultation })),
	'a plan is adopted': async (services, ground) => {
		const { id } = await leaveOpenPlan(services, ground);
		return { by: ground.ines, name: 'adoptPlan', input: { id, body: 'Council', adoptedOn: '2026-01-05', file: null } };
	},
	'a declaration is added to what was adopted': async (services, ground) => {
		const { id } = await leaveOpenPlan(services, ground);
		await adoptPlan(services, ground.ines, { ...once(), id, body: 'Council', adoptedOn: '2026-01-05', file: null });
		const file = await leaveFileOfPlan(services, ground.ines, id);
		return { by: ground.ines, name: 'attachDeclaration', input: { id, version: 2, file } };
	},
	'a lead hides a section': async (services, ground) => {
		const { section } = await leaveActions(services, ground);
		return { by: ground.marek, name: 'hideSection', input: { id: section, reason: 'Names a child.' } };
	}
};

/** All that there is, and whom it told. */
async function standing({ sql }: TestServices) {
	const [row] = await sql<Record<string, number>[]>`
		select (select count(*) from plans)::int as plans, (select count(*) from plan_sections)::int as sections,
			(select count(*) from section_revisions)::int as revisions, (select count(*) from plan_rows)::int as rows,
			(select count(*) from row_revisions)::int as cells, (select count(*) from plan_versions)::int as versions,
			(select count(*) from version_sections)::int as pinned, (select count(*) from plan_declarations)::int as declared,
			(select count(file) from plan_declarations)::int as attached,
			(select count(*) from plan_sections where hidden_at is not null)::int as hidden,
			(select count(*) from notifications)::int as told, (select count(*) from reminders)::int as reminders,
			(select count(*) from events where stream like 'plan%')::int as events`;
	return row ?? {};
}

async function sendAgain(services: TestServices, { by, name, input }: Sent, commandId: string): Promise<unknown> {
	return commandNamed(name)?.(services, by, { commandId, ...input });
}

test.for(Object.entries(writes))(
	'%s, the answer is lost, and it is sent again: the first answer comes, and all of it is there once',
	async ([, write], { services, ground }) => {
		const sent = await write(services, ground);
		const before = await standing(services);
		const { commandId } = once();
		// Both are on their way at once, as after a break of the line.
		const [first, second] = await Promise.all([sendAgain(services, sent, commandId), sendAgain(services, sent, commandId)]);
		expect(second).toEqual(first);
		await deliveryOf(services).due();
		const after = await standing(services);
		expect(after).not.toEqual(before);
		expect(await sendAgain(services, sent, commandId)).toEqual(first);
		expect(await standing(services)).toEqual(after);
		const other = { ...sent, by: ground.nuria };
		await expect(sendAgain(services, other, commandId)).rejects.toMatchObject({ reason: 'command_reused' });
	}
);

test.for(Object.entries(writes))(
	'%s, the database goes away in between: nothing of it is there, and sent again all of it is',
	async ([, write], { services, ground }) => {
		const sent = await write(services, ground);
		await deliveryOf(services).due();
		const before = await standing(services);
		const { commandId } = once();
		// The last of the write waits, so that the rest of it stands there uncommitted when the line is cut.
		const hold = await holding(services);
		const outcome = Promise.allSettled([sendAgain(services, sent, commandId)]);
		await hold.cutWhoWaits(outcome);
		expect(await outcome).toMatchObject([{ status: 'rejected' }]);
		await hold.release();
		expect(await standing(services)).toEqual(before);
		const answer = await sendAgain(services, sent, commandId);
		expect(await standing(services)).not.toEqual(before);
		expect(await sendAgain(services, sent, commandId)).toEqual(answer);
	}
);
