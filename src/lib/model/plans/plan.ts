import { cityGroup, networkGroup, personGroup, roleGroup } from '../access/groups.ts';
import type { AttachedById } from '../files/attached.ts';
import type { Subject } from '../threads/subject.ts';

export const planStates = ['draft', 'consultation', 'revised', 'adopted'] as const;
export type PlanState = (typeof planStates)[number];

/** What a city asks the network about its plan, and until when. */
export interface Consultation {
	question: string;
	/** The last day, yyyy-mm-dd, as the city's calendar has it. */
	endsOn: string;
}

/** From which year to which the plan looks; either may not be told yet. */
export interface Horizon {
	from: number | null;
	to: number | null;
}

/** What a plan says of itself besides its sections. */
export interface PlanDescription {
	title: string;
	/** Main language of its words. */
	lang: string;
	horizon: Horizon;
	/** Id of a person of the city; without one its coordinator answers. */
	contact: string | null;
	/** A picture. */
	cover: AttachedById | null;
}

/** Where a plan stands. */
export interface PlanHead extends PlanDescription {
	id: string;
	network: string;
	/** Code of the city whose plan it is. */
	city: string;
	/** The city in its address. */
	citySlug: string;
	slug: string;
	state: PlanState;
	/** A mark on an adopted plan. */
	implementing: boolean;
	/** Null before the first consultation. */
	consultation: Consultation | null;
	/** Ids of people of elsewhere who read the draft too. */
	invited: string[];
	/** When everybody could read it first, ISO; null while it is a draft. */
	openedAt: string | null;
	/** When anything in it last changed, ISO. */
	changedAt: string;
	illustrative: boolean;
}

export function hrefOfPlan({ citySlug, slug }: Pick<PlanHead, 'citySlug' | 'slug'>): string {
	return `/plans/${citySlug}/${slug}`;
}

/** Where a plan is talked about: by all its readers, or by those of its draft. */
export function hrefOfTalk(plan: Pick<PlanHead, 'citySlug' | 'slug'>, of: 'draft' | 'open'): string {
	return `${hrefOfPlan(plan)}/${of === 'draft' ? 'draft' : 'talk'}`;
}

export const planStream = (id: string): string => `plan:${id}`;
export const planDraftStream = (id: string): string => `plan-draft:${id}`;

/** A plan has two streams for ever: what is written goes into the second once it was opened. */
export function streamOfPlan({ id, openedAt }: Pick<PlanHead, 'id' | 'openedAt'>): string {
	return openedAt === null ? planDraftStream(id) : planStream(id);
}

/** Who hears of a plan that was opened: everybody of the network. */
export function audienceOfPlan({ network }: Pick<PlanHead, 'network'>): string[] {
	return [networkGroup(network)];
}

/** Who hears of its draft: its city, the leads, and whom the city invites. */
export function audienceOfPlanDraft({ network, city, invited }: Pick<PlanHead, 'network' | 'city' | 'invited'>): string[] {
	return [cityGroup(network, city), roleGroup(network, 'lead'), ...invited.map(personGroup)];
}

/** A plan as the thread of its draft or of all its readers knows it. */
export function subjectOfPlan(plan: PlanHead, of: 'draft' | 'open'): Subject {
	const { id, network } = plan;
	const href = hrefOfTalk(plan, of);
	if (of === 'open') return { kind: 'plan', id, network, stream: planStream(id), audience: audienceOfPlan(plan), href };
	return {
		kind: 'plan-draft',
		id,
		network,
		stream: planDraftStream(id),
		audience: audienceOfPlanDraft(plan),
		href
	};
}
