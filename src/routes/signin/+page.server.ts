import { redirect } from '@sveltejs/kit';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { castAtDoor, requireCast } from '#lib/server/demo/door.ts';
import { firstTimeIn } from '#lib/server/demo/first-time.ts';
import { asForm } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, kept } from '#lib/server/kit/form.ts';
import { safeNext } from '#lib/server/kit/guard.ts';
import { clientOf, handOver, letIn } from '#lib/server/kit/let-in.ts';
import { suspensionOf } from '#lib/server/access/suspension.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor }, url }) => {
	const next = safeNext(url.searchParams.get('next'));
	const inside = actor.kind === 'person' && !actor.suspended;
	if (inside && !services().config.demo) redirect(303, next);
	return {
		next,
		changed: url.searchParams.has('changed'),
		suspension: actor.kind === 'person' && actor.suspended ? await suspensionOf(services().db, actor.id) : null,
		groups: await castAtDoor(services())
	};
};

export const actions: Actions = {
	password: async (event) => {
		const fields = await fieldsOf(event.request);
		const outcome = await asForm(() => signIn(services(), fields, clientOf(event)), kept(fields, 'email', 'next'));
		if (!('token' in outcome)) return outcome;
		await handOver(event, outcome);
		redirect(303, safeNext(fields.next ?? null));
	},
	person: async (event) => {
		const { person = '', next = null } = await fieldsOf(event.request);
		const refused = await asForm(() => requireCast(services(), person), { email: '', next: next ?? '' });
		if (refused) return refused;
		await firstTimeIn(services(), person);
		await letIn(event, person);
		redirect(303, safeNext(next));
	}
};
