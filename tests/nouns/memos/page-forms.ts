import { redirect, type RequestEvent } from '@sveltejs/kit';
import { asForm } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, kept } from '#lib/server/kit/form.ts';
import { threadActions } from '#lib/server/kit/thread-actions.ts';
import { services } from '#lib/server/services.ts';
import { writeMemo } from './server/commands.ts';
import { findMemo } from './server/queries.ts';

/** The actions of a memo's page: saying something in its thread, and choosing what one is told of it. */
export const { post, follow } = threadActions<{ id: string }>(async ({ locals: { actor }, params: { id } }) => {
	const { stream } = await findMemo(services().db, actor, id);
	return stream;
});

/** The action of the page on which memos are written. */
export async function write({ request, locals: { actor } }: Pick<RequestEvent, 'request' | 'locals'>) {
	const fields = await fieldsOf(request);
	const outcome = await asForm(
		async () => {
			const { commandId, network, city, title } = fields;
			return writeMemo(services(), actor, { commandId, network, city, title });
		},
		kept(fields, 'title')
	);
	if ('stream' in outcome) redirect(303, `/memos/${outcome.id}`);
	return outcome;
}
