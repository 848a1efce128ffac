import { z } from 'zod';
import { inboxViews } from '#lib/model/notifications/inbox.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { bringBackNotifications, finishNotifications, readNotifications } from '#lib/server/notifications/inbox/marks.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { formOf } from '#lib/server/kit/form.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const wish = z.object({
	view: z.enum(inboxViews).default('waiting'),
	/** The part below this place. */
	before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional()
});

export const load: PageServerLoad = ({ locals, url, depends }) =>
	asPage(async () => {
		depends('swing:inbox');
		const { person } = signedIn(locals);
		const { db, clock } = services();
		const inbox = await openInbox(db, person, parse(wish, Object.fromEntries(url.searchParams)));
		return { inbox, cards: await cardsOf(db, person, locals.locale, inbox.entries), now: clock.now().toISOString() };
	});

async function marked({ request, locals }: RequestEvent, change: 'done' | 'undone' | 'read') {
	const { person } = signedIn(locals);
	const form = await formOf(request);
	const [kind, id] = String(form.get('item') ?? '').split(' ');
	const ids = form.getAll('id').flatMap((value) => String(value).split(' '));
	const input = form.has('item') ? { view: form.get('all'), item: { kind, id }, upTo: Number(form.get('upTo')) } : { ids };
	const mark = { done: finishNotifications, undone: bringBackNotifications, read: readNotifications }[change];
	return asForm(async () => ({ change, ...(await mark(services(), person, input)) }), {});
}

export const actions: Actions = {
	done: (event) => marked(event, 'done'),
	undo: (event) => marked(event, 'undone'),
	read: (event) => marked(event, 'read')
};
