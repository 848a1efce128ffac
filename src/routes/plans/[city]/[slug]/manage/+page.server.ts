import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { formWithFilesOf } from '#lib/server/kit/form.ts';
import { takeFile } from '#lib/server/files/take-file.ts';
import { attachDeclaration } from '#lib/server/plans/declaration.ts';
import { describePlan, inviteToPlan } from '#lib/server/plans/describe.ts';
import { findPlan, planById } from '#lib/server/plans/find.ts';
import { managedPlan } from '#lib/server/plans/managed.ts';
import { addSection, giveSection, moveSection, retireSection, returnSection } from '#lib/server/plans/sections/place.ts';
import { adoptPlan, askAnew, freezeVersion, implementPlan, openConsultation, revisePlan } from '#lib/server/plans/states.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals: { actor, locale }, params, url, isDataRequest }) =>
	asPage(async () => {
		const managed = await managedPlan(services(), actor, params, locale);
		atItsAddress({ url, isDataRequest }, `${hrefOfPlan(managed.plan)}/manage`);
		return { ...managed, commandId: randomUUID() };
	});

/** What a form of this page says: its fields, and the people that are ticked in it. */
interface Said {
	/** Of the plan. */
	id: string;
	commandId: string;
	fields: Record<string, string>;
	people: string[];
	/** The id in a field, or of a file that came with the form in its place; null where there is neither. */
	file(field: string): Promise<string | null>;
}

/** One act for a plan: a form with the id of a command, after which the page shows where it stands. */
function act(name: string, run: (event: RequestEvent, said: Said) => Promise<unknown>) {
	return async (event: RequestEvent) => {
		const { locals, params } = event;
		const form = await formWithFilesOf(event.request);
		const fields = Object.fromEntries([...form].flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])));
		const people = form.getAll('people').filter((one) => typeof one === 'string');
		const outcome = await asForm(
			async () => {
				const { id, network } = await findPlan(services().db, locals.actor, params);
				const commandId = fields.commandId ?? '';
				const file = async (field: string): Promise<string | null> => {
					const sent = form.get(`${field}.sent`);
					if (!(sent instanceof File) || sent.name === '') return fields[field] || null;
					fields[`${field}.name`] = sent.name;
					// Whatever else is wrong with the form, it is there already, and is chosen when the form comes back.
					fields[field] = (await takeFile(services(), locals.actor, { network, commandId, file: sent })).id;
					return fields[field];
				};
				await run(event, { id, commandId, fields, people, file });
				return planById(services().db, locals.actor, id);
			},
			{ act: name, fields, people }
		);
		if ('slug' in outcome) redirect(303, `${hrefOfPlan(outcome)}/manage?done=${name}`);
		return outcome;
	};
}

/** A year as it is typed; null where none is, and what is no year is refused by the command. */
function year(typed: string | undefined): number | null {
	return typed?.trim() ? Number(typed) : null;
}

export const actions: Actions = {
	describe: act('describe', async ({ locals: { actor } }, { id, commandId, fields, file }) => {
		const { title, lang, from, to, contact } = fields;
		const cover = await file('cover');
		const alt = fields.decorates ? '' : fields.alt?.trim() || undefined;
		return describePlan(services(), actor, {
			commandId,
			id,
			changed: {
				title,
				lang,
				horizon: { from: year(from), to: year(to) },
				contact: contact || null,
				cover: cover && { id: cover, alt }
			}
		});
	}),
	invite: act('invite', ({ locals: { actor } }, { id, commandId, people }) => inviteToPlan(services(), actor, { commandId, id, people })),
	open: act('open', ({ locals: { actor } }, { id, commandId, fields: { question, endsOn } }) =>
		openConsultation(services(), actor, { commandId, id, question, endsOn })
	),
	ask: act('ask', ({ locals: { actor } }, { id, commandId, fields: { question, endsOn } }) =>
		askAnew(services(), actor, { commandId, id, question, endsOn })
	),
	revise: act('revise', ({ locals: { actor } }, { id, commandId }) => revisePlan(services(), actor, { commandId, id })),
	adopt: act('adopt', async ({ locals: { actor } }, { id, commandId, fields: { body, adoptedOn }, file }) =>
		adoptPlan(services(), actor, { commandId, id, body, adoptedOn, file: await file('file') })
	),
	declare: act('declare', async ({ locals: { actor } }, { id, commandId, fields: { version }, file }) =>
		attachDeclaration(services(), actor, { commandId, id, version: Number(version), file: await file('file') })
	),
	implement: act('implement', ({ locals: { actor } }, { id, commandId, fields: { on } }) =>
		implementPlan(services(), actor, { commandId, id, on: on === 'true' })
	),
	freeze: act('freeze', ({ locals: { actor } }, { id, commandId, fields: { name } }) =>
		freezeVersion(services(), actor, { commandId, id, name })
	),
	add: act('add', ({ locals: { actor } }, { id, commandId, fields: { title, part, after } }) =>
		addSection(services(), actor, { commandId, plan: id, title, part: part || null, after: after || null })
	),
	move: act('move', ({ locals: { actor } }, { commandId, fields: { section, after } }) =>
		moveSection(services(), actor, { commandId, id: section, after: after || null })
	),
	retire: act('retire', ({ locals: { actor } }, { commandId, fields: { section } }) =>
		retireSection(services(), actor, { commandId, id: section })
	),
	return: act('return', ({ locals: { actor } }, { commandId, fields: { section } }) =>
		returnSection(services(), actor, { commandId, id: section })
	),
	give: act('give', ({ locals: { actor } }, { commandId, fields: { section }, people }) =>
		giveSection(services(), actor, { commandId, id: section, people })
	)
};
