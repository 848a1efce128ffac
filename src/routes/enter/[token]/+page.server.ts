import { error, redirect } from '@sveltejs/kit';
import { firstTimeIn } from '#lib/server/demo/first-time.ts';
import { personOfLink } from '#lib/server/demo/links.ts';
import { letIn } from '#lib/server/kit/let-in.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (!services().config.demo) error(404, { message: 'not_found', code: 'not_found' });
	const person = personOfLink(services(), event.params.token);
	if (!person) return;
	await firstTimeIn(services(), person);
	await letIn(event, person);
	redirect(303, '/');
};
