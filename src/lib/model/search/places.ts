import type { MeetingTag } from './results.ts';
import type { PersonTag } from '../people/tags.ts';

/** What the palette offers by name at once: every meeting and everybody whom the reader may see. */
export interface Places {
	meetings: { href: string; meeting: MeetingTag; theme: string; startsOn: string }[];
	people: { href: string; person: PersonTag }[];
}
