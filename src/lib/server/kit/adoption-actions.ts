import { redirect, type RequestEvent } from '@sveltejs/kit';
import { askOwner } from '../adoptions/ask-owner.ts';
import { cityOfActor } from '../adoptions/adoptions-of.ts';
import { adoptionToMove } from '../adoptions/find.ts';
import { markInterest, moveAdoption } from '../adoptions/steps.ts';
import { findPractice } from '../practices/find.ts';
import { services } from '../services.ts';
import { asForm } from './domain-errors.ts';
import { fieldsOf, formOf } from './form.ts';
import { documentOf, heldToWriter, typedPost } from './post-form.ts';

type Sent = Pick<RequestEvent, 'request' | 'locals'> & { params: { slug: string } };

/** The practice of the page, and the city for which whoever sent the form works. */
async function aimed({ locals: { actor }, params: { slug } }: Sent) {
	const { id, network } = await findPractice(services().db, actor, slug);
	return { id, city: cityOfActor(actor, network) ?? '' };
}

/** What the panel of an entry's page sends: `adopt` marks interest, `advance` moves on, `askOwner` asks; spread among its actions. */
export const adoptionActions = {
	adopt: async (sent: Sent) => {
		const { commandId } = await fieldsOf(sent.request);
		const outcome = await asForm(async () => markInterest(services(), sent.locals.actor, { commandId, ...(await aimed(sent)) }), {});
		if ('seq' in outcome) redirect(303, `/practices/${sent.params.slug}#adoptions`);
		return outcome;
	},
	advance: async (sent: Sent) => {
		const { actor } = sent.locals;
		const { commandId, stage } = await fieldsOf(sent.request);
		const outcome = await asForm(async () => {
			const id = await adoptionToMove(services().db, actor, await aimed(sent));
			return moveAdoption(services(), actor, { commandId, id, stage, note: '' });
		}, {});
		if ('seq' in outcome) redirect(303, `/practices/${sent.params.slug}#adoptions`);
		return outcome;
	},
	askOwner: async (sent: Sent) => {
		const form = await formOf(sent.request);
		const typed = typedPost(form);
		const target: { city?: string } = {};
		const outcome = await asForm(async () => {
			heldToWriter(form, sent.locals.actor);
			const at = await aimed(sent);
			target.city = at.city;
			const said = { doc: documentOf(typed), lang: typed.lang };
			return askOwner(services(), sent.locals.actor, { commandId: form.get('commandId'), ...at, ...said });
		}, typed);
		if ('seq' in outcome) redirect(303, `/practices/${sent.params.slug}/adoptions/${target.city}#p-${outcome.seq}`);
		return outcome;
	}
};
