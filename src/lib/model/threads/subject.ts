import type { ThreadSubject } from './thread-subject.ts';

/** What a thread hangs on, whatever noun that is: all that those who speak in it need to know of it. */
export interface Subject extends ThreadSubject {
	id: string;
	/** The stream of its thread. */
	stream: string;
	/** Address of its page, without a slash at the end. */
	href: string;
}
