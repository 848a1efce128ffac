import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { addressed } from '#lib/model/documents/addressed.ts';
import { toField } from '#lib/model/documents/markdown.ts';
import { mentionsIn } from '#lib/model/documents/mentions.ts';
import { hideLogEntry, restoreLogEntry } from '#lib/server/adoptions/hide-log.ts';
import { editLogEntry, removeLogEntry } from '#lib/server/adoptions/log.ts';
import { openAdoption } from '#lib/server/adoptions/open.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, formOf } from '#lib/server/kit/form.ts';
import { logEntryIn } from '#lib/server/kit/log-form.ts';
import { typedPost } from '#lib/server/kit/post-form.ts';
import { Forbidden, NotFound } from '#lib/server/platform/errors.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad, RequestEvent, RouteParams } from './$types';

/** An entry that its author changes, or a lead hides or puts back. @throws NotFound; Forbidden to others who read it */
async function ownEntry({ actor }: App.Locals, params: RouteParams) {
	const { db, clock } = services();
	const { practice, log, may, city } = await openAdoption(db, actor, params, clock.now());
	const entry = log.find(({ id }) => id === params.entry);
	const own = actor.kind === 'person' && entry?.author.id === actor.id;
	if (!entry) throw new NotFound();
	if (!own && !may.moderate) throw new Forbidden('adoption.log');
	return { practice, entry, own, moderates: may.moderate, city };
}

const above = ({ slug, city }: RouteParams) => `/practices/${slug}/adoptions/${city}`;

export const load: PageServerLoad = ({ locals, params }) =>
	asPage(async () => {
		const { entry, ...shown } = await ownEntry(locals, params);
		return { ...shown, entry: { ...entry, field: toField(entry.doc) }, href: above(params), commandId: randomUUID() };
	});

async function act(event: RequestEvent, run: (fields: Record<string, string>) => Promise<unknown>) {
	const fields = await fieldsOf(event.request);
	const outcome = await asForm(
		async () => {
			await run(fields);
			return null;
		},
		{ reason: fields.reason ?? '' }
	);
	if (outcome) return outcome;
	redirect(303, `${above(event.params)}#log`);
}

export const actions: Actions = {
	edit: async ({ request, locals, params }) => {
		const form = await formOf(request);
		const typed = { ...typedPost(form), kind: String(form.get('kind') ?? '') };
		const outcome = await asForm(async () => {
			const { entry } = await ownEntry(locals, params);
			// The field says a mention by its words alone.
			form.set('text', addressed(typed.text, mentionsIn(entry.doc)));
			const written = logEntryIn(form, locals.actor);
			// Without a script the files stay as they are.
			const files = form.has('files') ? written.files : entry.files.map(({ id, alt }) => ({ id, alt }));
			return editLogEntry(services(), locals.actor, { commandId: form.get('commandId'), ...written, id: entry.id, files });
		}, typed);
		if ('seq' in outcome) redirect(303, `${above(params)}#log-${params.entry}`);
		return outcome;
	},
	remove: (event) => act(event, ({ commandId }) => removeLogEntry(services(), event.locals.actor, { commandId, id: event.params.entry })),
	hide: (event) =>
		act(event, ({ commandId, reason }) => hideLogEntry(services(), event.locals.actor, { commandId, id: event.params.entry, reason })),
	restore: (event) =>
		act(event, ({ commandId }) => restoreLogEntry(services(), event.locals.actor, { commandId, id: event.params.entry }))
};
