import type { Person } from '../access/actor.ts';
import { isAmong } from '../access/groups.ts';
import { type ThreadRules, type ThreadRulesOf } from '../noun.ts';
import type { PostSubject, ThreadSubject } from './thread-subject.ts';
import type { NounPolicy } from '../noun.ts';

interface AThread {
	subject: ThreadSubject;
}

export interface ThreadSubjects {
	'thread.read': AThread;
	/** To post and to answer. */
	'thread.speak': AThread;
	/** To react to what it hangs on. */
	'thread.react': AThread;
	'thread.moderate': AThread;
	'post.edit': PostSubject;
	'post.delete': PostSubject;
	'post.react': PostSubject;
	/** To take it out of sight for all but its author and those who moderate. */
	'post.hide': PostSubject;
	'post.restore': PostSubject;
	/** To read the text of a hidden post, and why it is hidden. */
	'post.readHidden': PostSubject;
}

declare module '../policy.ts' {
	interface Subjects extends ThreadSubjects {}
}

function reads(person: Person, { subject }: AThread): boolean {
	return isAmong(person, subject.audience);
}

/** Whether somebody who reads the thread may also do this in it, as the noun of its kind sees it. */
function may(act: keyof ThreadRules) {
	return (person: Person, { subject }: AThread, threadRulesOf: ThreadRulesOf): boolean =>
		reads(person, { subject }) && (threadRulesOf(subject.kind)?.[act](person, subject) ?? false);
}

const [speaks, reacts, moderates] = [may('speak'), may('react'), may('moderate')];

/** What stands in a thread, whatever the thread hangs on. */
export const threadsPolicy: NounPolicy<ThreadSubjects> = {
	'thread.read': reads,
	'thread.speak': speaks,
	'thread.react': reacts,
	'thread.moderate': moderates,
	'post.edit': (person, post, of) => post.state === 'posted' && post.authorId === person.id && speaks(person, post, of),
	'post.delete': (person, post, of) => post.state !== 'deleted' && post.authorId === person.id && speaks(person, post, of),
	'post.react': (person, post, of) => post.state === 'posted' && reacts(person, post, of),
	'post.hide': (person, post, of) => post.state === 'posted' && moderates(person, post, of),
	'post.restore': (person, post, of) => post.state === 'hidden' && moderates(person, post, of),
	'post.readHidden': (person, post, of) =>
		post.state === 'hidden' && (moderates(person, post, of) || (post.authorId === person.id && reads(person, post)))
};
