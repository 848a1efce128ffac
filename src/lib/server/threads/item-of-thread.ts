import type { Item } from '../notifications/notify.ts';
import type { ThreadOfSubject } from './thread-at.ts';

/** What people are told of and follow, when something is said in a thread: the whole that it hangs on. */
export function itemOf({ kind, subjectId }: Pick<ThreadOfSubject, 'kind' | 'subjectId'>): Item {
	return { kind, id: subjectId };
}
