import { m } from '#lib/i18n/m';
import { postLimit } from '#lib/model/documents/limits.ts';
import type { Problem } from '#lib/model/problem.ts';

/** What became of a text that the server did not take, and what to do; the text itself is always kept. */
export function refusalWords({ code, reason, issues, retryAfter = 1 }: Problem): string {
	const says = (what: string) => issues?.some((issue) => issue.code === what);
	switch (code) {
		case 'invalid':
			if (says('too_long')) return m.thread_refused_too_long({ limit: postLimit });
			if (says('too_large')) return m.thread_refused_too_large();
			if (says('no_such_part')) return m.thread_refused_no_such_part();
			return says('empty') ? m.thread_refused_empty() : m.thread_refused_unreadable();
		case 'conflict':
			return reason === 'edited_meanwhile' ? m.thread_refused_edited_meanwhile() : m.thread_refused_sent_before();
		case 'forbidden':
		case 'not_found':
			return m.thread_refused_forbidden();
		case 'other_person':
			return m.thread_refused_other_person();
		case 'too_many':
			return m.thread_refused_too_many({ count: retryAfter });
		default:
			return m.thread_refused_failed();
	}
}
