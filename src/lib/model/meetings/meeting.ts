import type { Doc } from '../documents/doc.ts';
import type { Precision } from '../quantities/precision.ts';
import { threadOfMeeting } from './thread-of-meeting.ts';
import type { Subject } from '../threads/subject.ts';

export const meetingKinds = ['opening', 'exchange', 'final', 'online'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** A transnational meeting as a page of one reader shows it. */
export interface Meeting {
	id: string;
	network: string;
	slug: string;
	kind: MeetingKind;
	/** The first, second … of its kind; null where it is not counted. */
	number: number | null;
	/** Code of the city that hosts it. */
	host: string;
	/** In the reader's language. */
	theme: string;
	/** yyyy-mm-dd */
	startsOn: string;
	endsOn: string;
	precision: Precision;
	/** Wall clock at the host, yyyy-mm-ddThh:mm:ss; null when not told yet. */
	opensAt: string | null;
	timeZone: string;
	illustrative: boolean;
	stream: string;
}

/** The meeting as its thread knows it. */
export function subjectOf({ id, stream, network, slug }: Pick<Meeting, 'id' | 'stream' | 'network' | 'slug'>): Subject {
	return { ...threadOfMeeting({ network }), id, stream, href: `/meetings/${slug}` };
}

/** One earlier or current text of a post. */
export interface PostRevision {
	n: number;
	lang: string;
	doc: Doc | null;
	/** Names of the files that stood with it. */
	files: string[];
	at: string;
}
