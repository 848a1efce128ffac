/** The first steps of a newcomer, in their order. */
export const firstSteps = ['read', 'write', 'choose'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** What a newcomer has done of them; nobody else is welcomed. */
export type Welcome = Record<FirstStep, boolean>;
