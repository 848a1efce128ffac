import type { Meeting } from './meeting.ts';

/** The meeting nearest to today, and how it stands to it. */
export interface NearestMeeting {
	meeting: Meeting;
	nearness: 'now' | 'ahead' | 'past';
}

/** What meetings put on a desk. */
export interface MeetingsOnDesk {
	meetings: NearestMeeting | null;
}

declare module '../desk/panels.ts' {
	interface DeskPanels extends MeetingsOnDesk {}
}

/** What meetings say on the page of a city: those that it hosts. */
export interface MeetingsOfCity {
	meetings: { next: Meeting | null; last: Meeting | null };
}

declare module '../network/city-sections.ts' {
	interface CitySections extends MeetingsOfCity {}
}
