import type { SQL } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { HiddenThing, ModeratedByKind, ModeratedKind } from '#lib/model/moderation/moderation.ts';
import { slot } from '../platform/slot.ts';
import type { Services } from '../services.ts';

/** Who looks: a lead of this network, in this language. */
export interface Looking {
	lead: Person;
	network: string;
	locale: string;
}

/** One kind of what leads moderate. */
export interface ModerationSource<K extends ModeratedKind = ModeratedKind> {
	kind: K;
	/** What is done to it, as the audit has it. */
	acts: readonly string[];
	/** The part of a query over `audit` that leaves what was done to those of which this lead may know; null where they may of all. */
	known: ((services: Services, looking: Looking) => SQL | Promise<SQL>) | null;
	/** What of it is out of sight now, the newest first, `most` at most; null where nothing of the kind is hidden. */
	hidden: ((services: Services, looking: Looking, most: number) => Promise<HiddenThing<K>[]>) | null;
	/** What is told of these; those that are not there any more are left out. */
	present(services: Services, looking: Looking, ids: string[]): Promise<Map<string, ModeratedByKind[K]>>;
}

/** Everything that is moderated, each kind by the noun that knows it. */
export const moderationSources = slot<readonly ModerationSource[]>('moderation sources');
