import { isActionFailure, isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#lib/model/access/actor.ts';
import { guard } from '#lib/server/kit/guard.ts';

/** What somebody is answered, as the tables mark it: done, refused, not found, contradicted, wrong, or led to the door. */
export type Answered = '+' | '.' | '-' | '!' | '?' | 'd';

export function answeredAs(status: number): Answered {
	const marks: Record<number, Answered> = { 200: '+', 303: '+', 400: '?', 403: '.', 404: '-', 409: '!' };
	const mark = marks[status];
	if (!mark) throw new Error(`Nobody is answered ${status}`);
	return mark;
}

export interface Sent {
	params?: Record<string, string>;
	search?: string;
	/** Left away where a page is only opened. */
	fields?: Record<string, string> | [string, string][];
}

/** What a page or an action of it is asked with, by somebody who is signed in. */
export function askedWith(actor: Actor, path: string, { params = {}, search = '', fields }: Sent): RequestEvent {
	const url = new URL(`https://desk.example.org${path}${search}`);
	const request = new Request(url, fields ? { method: 'POST', body: new URLSearchParams(fields) } : {});
	const locals = { actor, locale: 'en', session: actor.kind === 'person' ? { id: 'one' } : null };
	return { locals, params, url, request, route: { id: path }, depends: () => {}, setHeaders: () => {} } as unknown as RequestEvent;
}

/** What comes of it, behind the door that stands before every page. */
export async function answerTo(handler: unknown, event: RequestEvent): Promise<Answered> {
	try {
		guard(event);
	} catch (led) {
		if (isRedirect(led) && led.location.startsWith('/signin')) return 'd';
		throw led;
	}
	try {
		const answer = await (handler as (event: RequestEvent) => unknown)(event);
		return answeredAs(isActionFailure(answer) ? answer.status : 200);
	} catch (thrown) {
		if (isRedirect(thrown)) return '+';
		if (isHttpError(thrown)) return answeredAs(thrown.status);
		throw thrown;
	}
}

/** Whether a page tells words like these: `+` it does, or leads on to where they are; `-` it says nothing of them; or how it refuses. */
export async function told(handler: unknown, event: RequestEvent, words: RegExp): Promise<Answered> {
	let said = '';
	const reading = async (asked: RequestEvent) => {
		const answer = await (handler as (event: RequestEvent) => unknown)(asked);
		said = answer instanceof Response ? await answer.text() : JSON.stringify(answer);
	};
	const answered = await answerTo(reading, event);
	return answered === '+' && said !== '' && !words.test(said) ? '-' : answered;
}
