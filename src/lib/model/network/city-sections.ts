/** What the nouns say on the page of a city, by noun; each declares its own. */
export interface CitySections {}
export type SectionName = keyof CitySections;
