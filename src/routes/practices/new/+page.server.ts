import { randomUUID } from 'node:crypto';
import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { can } from '#lib/model/policy.ts';
import { hrefOfPractice, practiceForms, type PracticeForm } from '#lib/model/practices/practice.ts';
import { emptyValues } from '#lib/model/practices/values.ts';
import { homeNetwork } from '#lib/server/access/home.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { formOf } from '#lib/server/kit/form.ts';
import { heldToWriter } from '#lib/server/kit/post-form.ts';
import { readPracticeForm, typedFor, untakenOf, type Returned } from '#lib/server/kit/practice-form.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { beginPractice } from '#lib/server/practices/begin.ts';
import { addressOfPractice } from '#lib/server/practices/find.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

function formIn(said: unknown): PracticeForm | null {
	return practiceForms.find((one) => one === said) ?? null;
}

export const load: PageServerLoad = ({ locals, url }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		const network = homeNetwork(person);
		const cities = [...new Set(person.memberships.flatMap(({ city }) => city ?? []))];
		return {
			form: formIn(url.searchParams.get('form')),
			typed: typedFor({ ...emptyValues, lang: locals.locale }, locals.locale),
			writesFor: cities.filter((city) => can(person, 'practice.write', { network, city })),
			commandId: randomUUID()
		};
	});

export const actions: Actions = {
	default: async ({ request, locals: { actor, locale }, url }) => {
		const form = await formOf(request);
		const kind = formIn(url.searchParams.get('form')) ?? 'entry';
		const city = String(form.get('city') ?? '');
		const begun = { ...emptyValues, lang: locale };
		const { typed, values, untaken } = readPracticeForm(form, begun, { form: kind, locale });
		const returned = { typed, base: 1, untaken, city };
		if (untaken.length > 0) return fail(400, { ...returned, problem: null });
		const outcome = await asForm(async () => {
			heldToWriter(form, actor);
			const input = { network: homeNetwork(actor), city, form: kind, values: { lang: typed.lang, ...values } };
			const { id } = await beginPractice(services(), actor, { ...input, commandId: form.get('commandId') });
			return addressOfPractice(services().db, actor, id);
		}, returned);
		if (!('slug' in outcome)) return again(outcome);
		redirect(303, `${hrefOfPractice(outcome)}/edit?done=begun`);
	}
};

function again({
	status,
	data: { typed, problem }
}: ActionFailure<{ typed: Returned & { city: string }; problem: { code: string; issues?: readonly { field: string; code: string }[] } }>) {
	return fail(status, { ...typed, untaken: untakenOf(problem.issues), problem });
}
