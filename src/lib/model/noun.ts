import type { Locale } from '../i18n/locales.ts';
import type { Person } from './access/actor.ts';
import type { ThreadSubject } from './threads/thread-subject.ts';

/** Written out where a noun has nothing to bring, so that nothing is forgotten in silence. */
export const none = null;
export type None = typeof none;

/** Who may take part in the threads of a kind. Asked only of people who may read the thread. */
export interface ThreadRules {
	/** To say something, and to change what one said. */
	speak(this: void, person: Person, subject: ThreadSubject): boolean;
	react(this: void, person: Person, subject: ThreadSubject): boolean;
	/** To take posts out of sight and put them back. */
	moderate(this: void, person: Person, subject: ThreadSubject): boolean;
}

/** The rules of threads by the kind of what the thread hangs on; `none` for a kind without threads. */
export type ThreadRulesOf = (kind: string) => ThreadRules | None;

/** The answer to one question of the policy, for somebody signed in whose access is not suspended. */
export type Rule<Asked> = (person: Person, asked: Asked, threadRulesOf: ThreadRulesOf) => boolean;

/** What is known of an event besides its payload. */
export interface EventTraits {
	/** Whether it counts as something to read. */
	countable: boolean;
	/** Whether what counted may count no more, or again: who counts on has to ask anew. */
	recounts: boolean;
}

/** What a kind is called in a query (kind:meeting), by language; the first of each is the one that is written. */
export type FoundWords = Readonly<Record<Locale, readonly string[]>>;

/** What a noun's things are called in the database, and who may take part in their threads: all that browsers need of every noun. */
export interface NounKinds {
	name: string;
	/** What the database calls its things, for instance `meeting`: in streams, notifications, follows, files and search. */
	kinds: readonly string[] | None;
	/** For threads that hang on one of its kinds. */
	thread: ThreadRules | None;
}

/**
 * The questions of a noun with their rules.
 * @typeParam Questions what each of its questions is asked about, by question
 */
export type NounPolicy<Questions = None> = Questions extends None
	? None
	: { readonly [Question in keyof Questions]: Rule<Questions[Question]> };

/**
 * What a noun brings to the model: its front door there. Every key is required.
 * @typeParam Questions what each of its questions is asked about, by question
 * @typeParam Events the payloads of its events, by name
 */
export interface ModelNoun<Questions = None, Events = None> extends NounKinds {
	policy: NounPolicy<Questions>;
	events: Events extends None ? None : { readonly [Name in keyof Events]: EventTraits };
	/** Its kinds that can be found, in the order in which they are offered. */
	found: Readonly<Record<string, FoundWords>> | None;
}

/** Questions as their list holds them, whatever they are asked about. */
export interface ListedPolicy {
	name: string;
	policy: Readonly<Record<string, Rule<never>>> | None;
}

/** A noun as the list holds it, whatever its questions and events are. */
export interface ListedNoun extends NounKinds, ListedPolicy, Pick<ModelNoun, 'found'> {
	events: Readonly<Record<string, EventTraits>> | None;
}
