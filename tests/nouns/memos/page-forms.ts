import { redirect, type RequestEvent } from '@sveltejs/kit';
import { asForm } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, formOf, kept } from '#lib/server/kit/form.ts';
import { documentOf, heldToWriter, typedPost } from '#lib/server/kit/post-form.ts';
import { services } from '#lib/server/services.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import type { MemoVisit } from './page-load.ts';
import { writeMemo } from './server/commands.ts';

/** The action by which one says something in its thread. */
export async function post({ request, locals: { actor }, params: { id } }: MemoVisit & Pick<RequestEvent, 'request'>) {
	const form = await formOf(request);
	const typed = typedPost(form);
	const commandId = form.get('commandId');
	const outcome = await asForm(async () => {
		heldToWriter(form, actor);
		return postMessage(services(), actor, { commandId, stream: `memo:${id}`, doc: documentOf(typed), lang: typed.lang });
	}, typed);
	if ('seq' in outcome) redirect(303, `/memos/${id}#p-${outcome.seq}`);
	return outcome;
}

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
