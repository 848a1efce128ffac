import { eventNames } from '#lib/model/events.ts';
import type { PlanEvents } from '#lib/model/plans/happened.ts';
import { planDraftStream, planStream } from '#lib/model/plans/plan.ts';
import { apply } from '#lib/model/threads/thread.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { attachDeclaration } from '#lib/server/plans/declaration.ts';
import { describePlan } from '#lib/server/plans/describe.ts';
import { hideRow, restoreRow } from '#lib/server/plans/moderation/hide-row.ts';
import { hideSection, restoreSection } from '#lib/server/plans/moderation/hide-section.ts';
import { addRow, moveRow, retireRow, returnRow } from '#lib/server/plans/rows/place.ts';
import { saveRow } from '#lib/server/plans/rows/save.ts';
import { addSection, giveSection, moveSection, retireSection, returnSection } from '#lib/server/plans/sections/place.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { adoptPlan, askAnew, freezeVersion, implementPlan, openConsultation, revisePlan } from '#lib/server/plans/states.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { consultation, leaveFileOfPlan, paragraphs } from '../../support/plans.ts';
import { saying } from '../../support/saying.ts';
import type { TestServices } from '../../support/practices.ts';
import { expect, leaveRow, once, test, type RowsGround } from './rows-ground.ts';

type Happens = (services: TestServices, rows: RowsGround) => Promise<unknown>;

const reason = 'Names a child.';
const opened: Happens = (services, { ines, plan }) => openConsultation(services, ines, { ...once(), id: plan, ...consultation });
const adopted: Happens = async (services, rows) => {
	await opened(services, rows);
	await adoptPlan(services, rows.ines, { ...once(), id: rows.plan, body: 'Council', adoptedOn: '2026-01-05', file: null });
};
/** A row to which something happens. */
const toRow =
	(happen: (services: TestServices, rows: RowsGround, id: string) => Promise<unknown>): Happens =>
	async (services, rows) =>
		happen(services, rows, await leaveRow(services, rows, 'risk', { title: 'Rain' }));

/** How each comes about. */
const comesAbout: Record<keyof PlanEvents, Happens> = {
	'plan.begun': () => Promise.resolve(),
	'plan.described': (services, { ines, plan }) => describePlan(services, ines, { ...once(), id: plan, changed: { title: 'Makers' } }),
	'plan.released': opened,
	'plan.opened': opened,
	'plan.asked': async (services, rows) => {
		await opened(services, rows);
		await askAnew(services, rows.ines, { ...once(), id: rows.plan, ...consultation });
	},
	'plan.revised': async (services, rows) => {
		await opened(services, rows);
		await revisePlan(services, rows.ines, { ...once(), id: rows.plan });
	},
	'plan.adopted': adopted,
	'plan.declared': async (services, rows) => {
		await adopted(services, rows);
		const file = await leaveFileOfPlan(services, rows.ines, rows.plan);
		await attachDeclaration(services, rows.ines, { ...once(), id: rows.plan, version: 2, file });
	},
	'plan.implementing': async (services, rows) => {
		await adopted(services, rows);
		await implementPlan(services, rows.ines, { ...once(), id: rows.plan, on: true });
	},
	'section.added': (services, { ines, plan }) =>
		addSection(services, ines, { ...once(), plan, after: null, title: 'Rivers', part: null }),
	'section.saved': (services, { ines, sections }) =>
		saveSection(services, ines, { ...once(), id: sections.vision, base: 1, doc: paragraphs('A river.') }),
	'section.moved': (services, { ines, sections }) => moveSection(services, ines, { ...once(), id: sections.vision, after: null }),
	'section.retired': (services, { ines, sections }) => retireSection(services, ines, { ...once(), id: sections.vision }),
	'section.returned': async (services, { ines, sections }) => {
		await retireSection(services, ines, { ...once(), id: sections.vision });
		await returnSection(services, ines, { ...once(), id: sections.vision });
	},
	'section.given': (services, { ines, lena, sections }) =>
		giveSection(services, ines, { ...once(), id: sections.vision, people: [lena.id] }),
	'section.hidden': (services, { marek, sections }) => hideSection(services, marek, { ...once(), id: sections.vision, reason }),
	'section.restored': async (services, { marek, sections }) => {
		await hideSection(services, marek, { ...once(), id: sections.vision, reason });
		await restoreSection(services, marek, { ...once(), id: sections.vision });
	},
	'row.added': (services, { ines, sections }) =>
		addRow(services, ines, { ...once(), section: sections.risks, after: null, kind: 'risk', values: {} }),
	'row.saved': toRow((services, { ines }, id) => saveRow(services, ines, { ...once(), id, base: 1, values: { answer: 'A roof' } })),
	'row.moved': toRow((services, { ines }, id) => moveRow(services, ines, { ...once(), id, after: null })),
	'row.retired': toRow((services, { ines }, id) => retireRow(services, ines, { ...once(), id })),
	'row.returned': toRow(async (services, { ines }, id) => {
		await retireRow(services, ines, { ...once(), id });
		await returnRow(services, ines, { ...once(), id });
	}),
	'row.hidden': toRow((services, { marek }, id) => hideRow(services, marek, { ...once(), id, reason })),
	'row.restored': toRow(async (services, { marek }, id) => {
		await hideRow(services, marek, { ...once(), id, reason });
		await restoreRow(services, marek, { ...once(), id });
	}),
	'version.frozen': (services, { ines, plan }) => freezeVersion(services, ines, { ...once(), id: plan, name: 'For the council' })
};

test.for(Object.entries(comesAbout))(
	'%s changes no discussion, and what is said after it is heard',
	async ([name, happen], { services, rows }) => {
		await happen(services, rows);
		const streams = [planDraftStream(rows.plan), planStream(rows.plan)];
		const heard = await Promise.all(streams.map((stream) => eventsSince(services.sql, stream, 0, 50)));
		const last = heard.flatMap((events) => events.filter((event) => event.name === name)).at(-1);
		const stream = last?.stream ?? '';
		await postMessage(services, rows.ines, { ...once(), stream, doc: saying('Medlars'), lang: 'en' });
		const fresh = (await openThread(services.db, rows.ines, { stream, locale: 'en', window: {} })).thread;
		const missed = await eventsSince(services.sql, stream, 0, 50);
		expect(missed.reduce(apply, { ...fresh, seq: 0, posts: [] })).toEqual(fresh);
	}
);

test('every event of plans has its case', () => {
	const named = eventNames.filter((name) => /^(plan|section|row|version)\./.test(name));
	expect(new Set(Object.keys(comesAbout))).toEqual(new Set(named));
});
