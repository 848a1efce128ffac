import type { MeetingsOnDesk } from '../meetings/shown.ts';
import type { PeopleOnDesk } from '../people/shown.ts';

/** What the nouns put on a desk besides what waits there, by noun; each says it of its own. */
export interface DeskPanels extends MeetingsOnDesk, PeopleOnDesk {}
export type PanelName = keyof DeskPanels;
