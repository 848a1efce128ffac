/** Where a section or a row of a plan stands; never what it says. */
export interface PlanPlace {
	/** Its history, where a lead restores it. */
	href: string;
	/** Of the plan. */
	title: string;
	/** Code of the city whose plan it is. */
	city: string;
	/** Who wrote in it last. */
	author: { id: string; name: string };
}

/** What is told of sections and rows of plans that were moderated. */
export interface ModeratedPlans {
	'plan-section': PlanPlace;
	'plan-row': PlanPlace;
}

declare module '../moderation/moderation.ts' {
	interface ModeratedByKind extends ModeratedPlans {}
}
