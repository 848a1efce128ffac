import type { SQL } from 'drizzle-orm';
import type { TransactionSql } from 'postgres';
import type { Actor } from '#lib/model/access/actor.ts';
import type { EventName } from '#lib/model/events.ts';
import type { Kind } from '#lib/model/search/kinds.ts';
import type { Found } from '#lib/model/search/results.ts';
import type { Services } from '../services.ts';

/** Words of a subject. Those of its title weigh most (A), then those it is known by (B), then its text (D). */
export interface Said {
	text: string;
	lang: string;
	weight: 'A' | 'B' | 'D';
}

/** A subject as it is to be found in one network. */
export interface SearchEntry {
	subject: string;
	network: string;
	city: string | null;
	person: string | null;
	lang: string;
	at: Date;
	texts: Said[];
	/** Whether everybody of the network may read it; the words of others are suggested to nobody for a mistyped one. */
	open: boolean;
}

/** Who asks, and in which words they read. */
export interface Asking {
	actor: Actor;
	locale: string;
	now: Date;
}

/** One kind of what can be found: how it gets into the index, who may see it, what is shown of it. */
export interface SearchSource {
	kind: Kind;
	/** Whether it stays, and is looked at before what is only said once. */
	lasting: boolean;
	/** Events after which a subject, `payload.id`, is read anew. What changes without an event is noted by triggers in `search_due`. */
	events: readonly EventName[];
	/** The ids of all subjects, as a query, for an index that is made anew; null where the events lead to all of them. */
	all: string | null;
	/** Of these subjects those that can be found as things stand; the others leave the index. */
	entries(db: TransactionSql, subjects: string[]): Promise<SearchEntry[]>;
	/** Condition on `found.subject_id` that leaves those which this actor may see now, whatever the index says. */
	visible(asking: Asking): SQL;
	/** What is shown of these subjects, again only of those that the actor may see. */
	present(services: Services, asking: Asking, subjects: string[]): Promise<Map<string, Shown>>;
	/** The subjects to which this actor is led by name at once, in order; null where their names do not lead to them. */
	offered: ((services: Services, asking: Asking) => Promise<string[]>) | null;
}

/** What is shown of a subject: its name where it has one beside its text, and the text from which an excerpt is cut. */
export type Shown = Found & { name: string | null; text: string; lang: string };
