import { randomUUID } from 'node:crypto';
import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { z } from 'zod';
import { draftStream, hrefOfPractice } from '#lib/model/practices/practice.ts';
import type { PracticeField } from '#lib/model/practices/values.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { formOf } from '#lib/server/kit/form.ts';
import { heldToWriter } from '#lib/server/kit/post-form.ts';
import { readPracticeForm, typedFor, untakenOf, withOneMore, withoutEmptyRows, type Returned } from '#lib/server/kit/practice-form.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { themeNames } from '#lib/server/network/theme-names.ts';
import { growPractice } from '#lib/server/practices/archive.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { teamOf } from '#lib/server/practices/around.ts';
import { draftToWrite } from '#lib/server/practices/draft-to-write.ts';
import { findDraft, revisionUpTo } from '#lib/server/practices/find.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { settleClash } from '#lib/server/practices/settle-clash.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

/** The revision that the form was made of. */
const made = z.object({ base: z.coerce.number().int().min(1).max(2_147_483_647) });

export const load: PageServerLoad = ({ locals, params: { slug }, url, isDataRequest, depends }) => {
	depends('swing:practice-form');
	return asPage(async () => {
		const { person } = signedIn(locals);
		const { locale } = locals;
		const { db } = services();
		const { practice, seq, files, clashes, asked } = await draftToWrite(db, person, slug);
		const { values, ...head } = practice;
		const href = hrefOfPractice(head);
		atItsAddress({ url, isDataRequest }, `${href}/edit`);
		const [themes, team] = await Promise.all([themeNames(db, head.network, locale), teamOf(db, head, services().clock.now())]);
		return {
			head,
			href,
			stream: draftStream(head.id),
			seq,
			typed: typedFor(values, locale),
			files,
			clashes: clashes.map(({ field, mine }) => ({ field, mine: typedFor({ ...values, [field]: mine }, locale)[field] })),
			asked,
			themes,
			team: team.map(({ id, name }) => ({ id, name })),
			commandId: randomUUID(),
			done: url.searchParams.get('done')
		};
	});
};

/** What was pressed: a save, one more row of a field, a side of a clash, that a story grows, or that all is told. */
function pressed(form: FormData): { act: string; field: string; keep: string } {
	const [act = 'save', field = '', keep = ''] = String(form.get('press') ?? 'save').split(' ');
	return { act, field, keep };
}

export const actions: Actions = {
	default: async ({ request, locals, params: { slug } }) => {
		const form = await formOf(request);
		const { db } = services();
		const { actor, locale } = locals;
		const { act, field, keep } = pressed(form);
		const written = await asPage(async () => {
			const { base } = parse(made, { base: form.get('base') });
			const practice = await findDraft(db, actor, slug);
			return {
				practice,
				base,
				...readPracticeForm(form, await revisionUpTo(db, practice.id, base), { form: practice.form, locale })
			};
		});
		const { practice, base, values, typed, untaken } = written;
		const returned: Returned = { typed, base, untaken };
		if (act === 'more') return { ...returned, typed: withOneMore(typed, field), untaken: [], problem: null };
		if (untaken.length > 0) return fail(400, { ...returned, problem: null });
		const { id } = practice;
		const outcome = await asForm(async () => {
			heldToWriter(form, actor);
			const { [field as PracticeField]: aside, ...others } = values;
			const save = { commandId: form.get('commandId'), id, base, values: act === 'settle' ? others : values };
			if (Object.keys(save.values).length > 0) await savePractice(services(), actor, save);
			if (act === 'settle') await settleClash(services(), actor, { commandId: randomUUID(), id, field, keep });
			if (act === 'grow' && practice.form === 'story') await growPractice(services(), actor, { commandId: randomUUID(), id });
			return findDraft(db, actor, slug);
		}, returned);
		if (!('slug' in outcome)) return again(outcome);
		if (act === 'done') redirect(303, `${hrefOfPractice(outcome)}/draft#life`);
		redirect(303, `${hrefOfPractice(outcome)}/edit?done=${act === 'grow' ? 'grown' : 'saved'}`);
	}
};

function again({
	status,
	data
}: ActionFailure<{ typed: Returned; problem: { code: string; issues?: readonly { field: string; code: string }[] } }>) {
	const { typed: returned, problem } = data;
	return fail(status, { ...returned, typed: withoutEmptyRows(returned.typed), untaken: untakenOf(problem.issues), problem });
}
