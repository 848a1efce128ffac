import type { MeetingsOfCity } from '../meetings/shown.ts';

/** What the nouns say on the page of a city, by noun; each says it of its own. */
export interface CitySections extends MeetingsOfCity {}
export type SectionName = keyof CitySections;
