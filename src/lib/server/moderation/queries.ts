import { and, desc, eq, inArray, lt, or } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { HiddenThing, ModeratedKind, ModerationAct } from '#lib/model/moderation/moderation.ts';
import { authorize } from '../access/authorize.ts';
import { homeNetwork } from '../access/home.ts';
import { people } from '../db/schema/people.ts';
import { audit } from '../db/schema/streams.ts';
import type { Services } from '../services.ts';
import { moderationSources, type Looking } from './source.ts';

const pageSize = 50;
/** Hidden things shown at once: more are a case for the list of what was done. */
const mostHidden = 100;

/** @throws Forbidden to all but leads */
function leadsHere(actor: Actor, locale: string): Looking {
	const network = homeNetwork(actor);
	return { lead: authorize(actor, 'moderation.read', { network }), network, locale };
}

/**
 * What is hidden in the actor's network now, the newest first. The texts are not in it.
 * @throws Forbidden
 */
export async function hiddenNow(services: Services, actor: Actor, locale: string): Promise<HiddenThing[]> {
	const looking = leadsHere(actor, locale);
	const all = await Promise.all(moderationSources.get().map(async ({ hidden }) => (hidden ? hidden(services, looking, mostHidden) : [])));
	return all
		.flat()
		.sort((a, b) => b.at.localeCompare(a.at))
		.slice(0, mostHidden);
}

/**
 * What the leads of the actor's network did, the newest first, from the audit.
 * @param before the id of an act: those that came before it
 * @throws Forbidden
 */
export async function moderationActsBefore(
	services: Services,
	actor: Actor,
	{ before, locale }: { before: number | null; locale: string }
): Promise<{ acts: ModerationAct[]; more: boolean }> {
	const looking = leadsHere(actor, locale);
	const known = await Promise.all(
		moderationSources
			.get()
			.map(async ({ acts, known }) => and(inArray(audit.action, [...acts]), (await known?.(services, looking)) ?? undefined))
	);
	const rows = await services.db
		.select({
			id: audit.id,
			at: audit.at,
			action: audit.action,
			reason: audit.reason,
			kind: audit.subjectKind,
			subject: audit.subjectId,
			by: people.name
		})
		.from(audit)
		.innerJoin(people, eq(people.id, audit.actorId))
		.where(and(eq(audit.networkId, looking.network), or(...known), before === null ? undefined : lt(audit.id, before)))
		.orderBy(desc(audit.id))
		.limit(pageSize + 1);
	const page = rows.slice(0, pageSize);
	const things = await thingsOf(services, looking, page);
	const acts = page.map(({ at, kind, subject, ...act }) => ({
		...act,
		at: at.toISOString(),
		kind: kind as ModeratedKind,
		thing: things.get(`${kind} ${subject}`) ?? null
	}));
	return { acts: acts as ModerationAct[], more: rows.length > pageSize };
}

async function thingsOf(services: Services, looking: Looking, rows: { kind: string; subject: string }[]): Promise<Map<string, unknown>> {
	const known = new Map<string, unknown>();
	await Promise.all(
		moderationSources.get().map(async ({ kind, present }) => {
			const ids = new Set(rows.filter((row) => row.kind === kind).map(({ subject }) => subject));
			if (ids.size === 0) return;
			for (const [id, thing] of await present(services, looking, [...ids])) known.set(`${kind} ${id}`, thing);
		})
	);
	return known;
}
