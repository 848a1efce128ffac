import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { refusalWords } from '#lib/components/thread/refusal-words.ts';
import type { Problem } from '#lib/model/problem.ts';
import { services } from '../services.ts';
import { followThread } from '../threads/follow-thread.ts';
import { reactToSubject } from '../threads/react-to-subject.ts';
import { postMessage } from '../threads/post-message.ts';
import { asForm } from './domain-errors.ts';
import { formOf } from './form.ts';
import { documentOf, heldToWriter, typedPost } from './post-form.ts';

/** A form that is sent to the page of a thread. */
export type SentToThread<Params> = Pick<RequestEvent, 'request' | 'locals' | 'url'> & { params: Params };

/**
 * The actions of a page on which a thread stands: `post` says something in it, `react` sets a reaction to its subject, `follow` what the
 * reader wants to be told of it.
 * @param streamOf leads from what was sent to the stream of the thread, as far as whoever sent it may know of it; may throw NotFound
 */
export function threadActions<Params>(streamOf: (sent: SentToThread<Params>) => Promise<string>) {
	return {
		post: async (sent: SentToThread<Params>) => {
			const { request, url, locals } = sent;
			const form = await formOf(request);
			const typed = typedPost(form);
			const commandId = form.get('commandId');
			const outcome = await asForm(async () => {
				heldToWriter(form, locals.actor);
				const { lang, about } = typed;
				const replyTo = form.has('replyTo') ? Number(form.get('replyTo')) : null;
				const said = { doc: documentOf(typed), lang, replyTo, ...(about !== null && { about }) };
				return postMessage(services(), locals.actor, { commandId, stream: await streamOf(sent), ...said });
			}, typed);
			if ('seq' in outcome) redirect(303, `${url.pathname}${form.has('replyTo') ? '/p/' : '#p-'}${outcome.seq}`);
			return inWords(outcome);
		},
		/** A reaction to its subject: `agree on`, or `agree off`. */
		react: async (sent: SentToThread<Params>) => {
			const { request, url, locals } = sent;
			const form = await formOf(request);
			const [kind, on] = String(form.get('reaction')).split(' ');
			const outcome = await asForm(async () => {
				const reaction = { commandId: form.get('commandId'), stream: await streamOf(sent), kind, on: on === 'on' };
				return reactToSubject(services(), locals.actor, reaction);
			}, typedPost(new FormData()));
			if ('seq' in outcome) redirect(303, `${url.pathname}#reactions`);
			return inWords(outcome);
		},
		follow: async (sent: SentToThread<Params>) => {
			const { request, url, locals } = sent;
			const level = (await formOf(request)).get('level');
			const outcome = await asForm(
				async () => followThread(services(), locals.actor, { stream: await streamOf(sent), level }),
				typedPost(new FormData())
			);
			if (outcome) return inWords(outcome);
			redirect(303, url.pathname);
		}
	};
}

/** What was refused, said in the reader's language: the page brings no words for what hardly ever happens. */
function inWords<Refused extends { problem: Problem }>({ status, data }: ActionFailure<Refused>) {
	return fail(status, { ...data, says: refusalWords(data.problem) });
}
