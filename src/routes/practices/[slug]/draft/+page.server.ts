import { redirect } from '@sveltejs/kit';
import { isPracticeField } from '#lib/model/practices/fields.ts';
import { draftStream, hrefOfPractice, subjectOfDraft, type Reason } from '#lib/model/practices/practice.ts';
import { can } from '#lib/model/policy.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf } from '#lib/server/kit/form.ts';
import { threadActions } from '#lib/server/kit/thread-actions.ts';
import { threadForPage } from '#lib/server/kit/thread-page.ts';
import { countAbout } from '#lib/server/threads/parts.ts';
import { archivePractice, growPractice, reopenPractice } from '#lib/server/practices/archive.ts';
import { aroundPractice } from '#lib/server/practices/around.ts';
import { findDraft, revisionOf } from '#lib/server/practices/find.ts';
import { heardOf } from '#lib/server/practices/heard-of.ts';
import { roundsOf } from '#lib/server/practices/history.ts';
import { publishChanges } from '#lib/server/practices/publish.ts';
import { approvePractice, requestChanges, submitPractice, withdrawPractice } from '#lib/server/practices/rounds.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals: { actor, locale }, params: { slug }, url, isDataRequest }) =>
	asPage(async () => {
		const { db, clock } = services();
		const now = clock.now();
		const heard = await heardOf(db, actor, await findDraft(db, actor, slug));
		const draft = await findDraft(db, actor, slug);
		atItsAddress({ url, isDataRequest }, `${hrefOfPractice(draft)}/draft`);
		const [writes, decides] = [can(actor, 'practice.write', draft), can(actor, 'practice.decide', draft)];
		const rounds = await roundsOf(db, draft, now);
		const open = rounds.find(({ outcome }) => outcome === 'open');
		// A lead decides about what was submitted, whatever was written since.
		const n = open && !writes ? open.n : draft.draftN;
		const practice = n === draft.draftN ? draft : { ...draft, values: await revisionOf(db, draft.id, n) };
		return {
			heard,
			practice,
			n,
			/** Whether later writing changes what is read here. */
			isNewest: n === draft.draftN && !(open && !writes),
			rounds,
			around: await aroundPractice(db, practice, { locale, now, draft: true }),
			writes,
			decides,
			archives: can(actor, 'practice.archive', draft),
			subject: subjectOfDraft(draft),
			said: await countAbout(db, actor, draftStream(draft.id)),
			...(await threadForPage(db, actor, { stream: draftStream(draft.id), locale, url }))
		};
	});

/** One act of the life of a draft: a form with the id of a command, after which the page shows where it stands. */
async function act(
	{ request, locals: { actor }, params: { slug } }: RequestEvent,
	run: (id: string, fields: Record<string, string>) => Promise<unknown>
) {
	const fields = await fieldsOf(request);
	const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('reason-')));
	const outcome = await asForm(async () => {
		const { id } = await findDraft(services().db, actor, slug);
		await run(id, fields);
		return null;
	}, typed);
	if (outcome) return outcome;
	redirect(303, `/practices/${slug}/draft`);
}

function reasonsIn(fields: Record<string, string>): Reason[] {
	return Object.entries(fields).flatMap(([name, text]): Reason[] => {
		const field = name.replace(/^reason-/, '');
		if (!name.startsWith('reason-') || text.trim() === '') return [];
		return [{ field: isPracticeField(field) ? field : null, text }];
	});
}

const { post, follow } = threadActions<{ slug: string }>(async ({ locals: { actor }, params: { slug } }) => {
	const { id } = await findDraft(services().db, actor, slug);
	return draftStream(id);
});

export const actions: Actions = {
	post,
	follow,
	submit: (event) =>
		act(event, (id, { commandId, n }) => submitPractice(services(), event.locals.actor, { commandId, id, n: Number(n) })),
	withdraw: (event) => act(event, (id, { commandId }) => withdrawPractice(services(), event.locals.actor, { commandId, id })),
	return: (event) =>
		act(event, (id, { commandId, round, ...fields }) =>
			requestChanges(services(), event.locals.actor, { commandId, id, round: Number(round), reasons: reasonsIn(fields) })
		),
	approve: (event) =>
		act(event, (id, { commandId, round }) => approvePractice(services(), event.locals.actor, { commandId, id, round: Number(round) })),
	publish: (event) =>
		act(event, (id, { commandId, n }) => publishChanges(services(), event.locals.actor, { commandId, id, n: Number(n) })),
	archive: (event) => act(event, (id, { commandId }) => archivePractice(services(), event.locals.actor, { commandId, id })),
	reopen: (event) => act(event, (id, { commandId }) => reopenPractice(services(), event.locals.actor, { commandId, id })),
	grow: (event) => act(event, (id, { commandId }) => growPractice(services(), event.locals.actor, { commandId, id }))
};
