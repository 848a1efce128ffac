import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Locale } from '#lib/i18n/locales.ts';
import { hrefOfAdoption, subjectOfAdoption } from '#lib/model/adoptions/adoption.ts';
import { can } from '#lib/model/policy.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import { readPeriod } from '#lib/model/quantities/period.ts';
import { addLogEntry } from '#lib/server/adoptions/log.ts';
import { joinAdoption, leaveAdoption } from '#lib/server/adoptions/looking-after.ts';
import { openAdoption, pairAt } from '#lib/server/adoptions/open.ts';
import { answerPublication } from '#lib/server/adoptions/revisions.ts';
import { chooseModule, setNextStep } from '#lib/server/adoptions/shape.ts';
import { markInterest, moveAdoption, stopAdoption } from '#lib/server/adoptions/steps.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, formOf } from '#lib/server/kit/form.ts';
import { logEntryIn } from '#lib/server/kit/log-form.ts';
import { typedPost } from '#lib/server/kit/post-form.ts';
import { threadActions } from '#lib/server/kit/thread-actions.ts';
import { threadForPage } from '#lib/server/kit/thread-page.ts';
import { Invalid } from '#lib/server/platform/errors.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

interface At {
	slug: string;
	city: string;
}
type Sent = Pick<RequestEvent, 'request' | 'locals'> & { params: At };

export const load: PageServerLoad = ({ locals: { actor, locale }, params, url, isDataRequest }) =>
	asPage(async () => {
		const { db, clock } = services();
		const shown = await openAdoption(db, actor, params, clock.now());
		const { practice, city, id, ofPair } = shown;
		const href = hrefOfAdoption(hrefOfPractice(practice), city);
		atItsAddress({ url, isDataRequest }, href);
		const subject = subjectOfAdoption({ id, href, network: practice.network, owner: practice.city, city });
		const { stream } = subject;
		return {
			...shown,
			href,
			talk: ofPair
				? { subject, speaks: can(actor, 'thread.speak', { subject }), ...(await threadForPage(db, actor, { stream, locale, url })) }
				: null,
			commandIds: {
				move: randomUUID(),
				stop: randomUUID(),
				choose: randomUUID(),
				plan: randomUUID(),
				people: randomUUID(),
				answer: randomUUID(),
				log: randomUUID(),
				mark: randomUUID()
			}
		};
	});

/** One act: a form with the id of a command, after which the page shows what it came to. */
async function act(
	{ request, locals: { actor }, params }: Sent,
	run: (id: string, fields: Record<string, string>) => Promise<unknown>,
	place = ''
) {
	const fields = await fieldsOf(request);
	const { commandId: _, ...typed } = fields;
	const outcome = await asForm(async () => {
		const { id } = await pairAt(services().db, actor, params);
		await run(id, fields);
		return null;
	}, typed);
	if (outcome) return outcome;
	redirect(303, `/practices/${params.slug}/adoptions/${params.city}${place}`);
}

/** @throws Invalid with the code of what is wrong with the day, as typed fields have it */
function dayIn(typed: string, locale: Locale) {
	if (typed.trim() === '') return null;
	const read = readPeriod(typed, locale);
	if ('problem' in read) throw new Invalid([{ field: 'day', code: read.problem.code }]);
	return read;
}

const { post, follow } = threadActions<At>(async ({ locals: { actor }, params }) => (await pairAt(services().db, actor, params)).stream);

export const actions: Actions = {
	post,
	follow,
	mark: async (event) => {
		const { commandId } = await fieldsOf(event.request);
		const { slug, city } = event.params;
		const outcome = await asForm(async () => {
			const { practiceId } = await pairAt(services().db, event.locals.actor, event.params);
			return markInterest(services(), event.locals.actor, { commandId, id: practiceId, city });
		}, {});
		if ('seq' in outcome) redirect(303, `/practices/${slug}/adoptions/${city}`);
		return outcome;
	},
	move: (event) =>
		act(event, (id, { commandId, stage, note }) => moveAdoption(services(), event.locals.actor, { commandId, id, stage, note })),
	stop: (event) => act(event, (id, { commandId, reason }) => stopAdoption(services(), event.locals.actor, { commandId, id, reason })),
	choose: (event) =>
		act(
			event,
			(id, { commandId, module, choice, note }) =>
				chooseModule(services(), event.locals.actor, { commandId, id, module, choice, note }),
			'#parts'
		),
	plan: (event) =>
		act(
			event,
			(id, { commandId, next = '', day = '' }) => {
				const planned = next.trim() === '' ? null : { text: next, day: dayIn(day, event.locals.locale) };
				return setNextStep(services(), event.locals.actor, { commandId, id, next: planned });
			},
			'#next'
		),
	join: (event) =>
		act(event, (id, { commandId, person }) => joinAdoption(services(), event.locals.actor, { commandId, id, person }), '#people'),
	leave: (event) =>
		act(event, (id, { commandId, person }) => leaveAdoption(services(), event.locals.actor, { commandId, id, person }), '#people'),
	answer: (event) =>
		act(
			event,
			(id, { commandId, publication, answer }) =>
				answerPublication(services(), event.locals.actor, { commandId, id, publication: Number(publication), answer }),
			'#changes'
		),
	log: async ({ request, locals: { actor }, params }) => {
		const form = await formOf(request);
		const typed = { ...typedPost(form), kind: String(form.get('kind') ?? '') };
		const outcome = await asForm(async () => {
			const { id } = await pairAt(services().db, actor, params);
			return addLogEntry(services(), actor, { commandId: form.get('commandId'), id, ...logEntryIn(form, actor) });
		}, typed);
		if ('seq' in outcome) redirect(303, `/practices/${params.slug}/adoptions/${params.city}#log-${outcome.id}`);
		return outcome;
	}
};
