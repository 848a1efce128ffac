import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { citationWritten } from '#lib/model/plans/citable.ts';
import { fileAddress } from '#lib/model/documents/section-address.ts';
import { writeSection } from '#lib/model/documents/section-markdown.ts';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, formWithFilesOf, kept } from '#lib/server/kit/form.ts';
import { heldToWriter } from '#lib/server/kit/post-form.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { takeFile } from '#lib/server/files/take-file.ts';
import { findPlan } from '#lib/server/plans/find.ts';
import { citableIn } from '#lib/server/plans/sections/citable.ts';
import { saveTyped } from '#lib/server/plans/sections/plain-form.ts';
import { settleSection } from '#lib/server/plans/sections/save.ts';
import { sidesToChoose } from '#lib/server/plans/sections/sides-to-choose.ts';
import { sectionToWriteAt } from '#lib/server/plans/sections/to-write.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url, isDataRequest }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		const { db } = services();
		const plan = await findPlan(db, person, params);
		const found = await sectionToWriteAt(db, person, params);
		const { clash: _, doc, ...section } = found;
		const href = hrefOfPlan(plan);
		atItsAddress({ url, isDataRequest }, `${href}/write/${params.shortId}`);
		return {
			plan,
			section,
			text: writeSection(doc),
			citable: (await citableIn(db, person, params, locals.locale)).map((one) => ({
				title: one.title,
				lang: one.lang,
				written: citationWritten(one)
			})),
			back: `${href}?section=${params.shortId}#${anchorOfSection(params)}`,
			clash: await sidesToChoose(services(), found),
			commandId: randomUUID()
		};
	});

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const form = await formWithFilesOf(request);
		const field = (name: string): string => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		};
		const typed = { title: field('title'), lang: field('lang'), text: field('text'), base: field('base') };
		const outcome = await asForm(async () => {
			heldToWriter(form, locals.actor);
			const { person } = signedIn(locals);
			const sent = form.get('cites');
			if (sent instanceof File && sent.name !== '') {
				// Only who may write here sends anything.
				await sectionToWriteAt(services().db, person, params);
				const { network } = await findPlan(services().db, person, params);
				const { id, name } = await takeFile(services(), person, { network, commandId: field('commandId'), file: sent });
				// Whatever else is wrong with the form, the file is there already, and the text that comes back cites it.
				typed.text = `${typed.text.trimEnd()}\n\n${citationWritten({ title: name, href: fileAddress(id) })}`.trimStart();
			}
			return saveTyped(services(), person, params, { ...typed, commandId: field('commandId') });
		}, typed);
		if (!('n' in outcome)) return outcome;
		const href = `/plans/${params.city}/${params.slug}`;
		if (outcome.clashes) redirect(303, `${href}/write/${params.shortId}`);
		redirect(303, `${href}?section=${params.shortId}#${anchorOfSection(params)}`);
	},
	settle: async ({ request, locals, params }) => {
		const fields = await fieldsOf(request);
		const outcome = await asForm(
			async () => {
				const { person } = signedIn(locals);
				const { id } = await sectionToWriteAt(services().db, person, params);
				const { commandId, keep } = fields;
				return settleSection(services(), person, { commandId, id, keep });
			},
			kept(fields, 'keep')
		);
		if (!('n' in outcome)) return outcome;
		redirect(303, `/plans/${params.city}/${params.slug}/write/${params.shortId}`);
	}
};
