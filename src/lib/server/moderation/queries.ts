import { and, desc, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '#lib/model/access/actor.ts';
import { spoken } from '#lib/model/localized.ts';
import { moderationActs, type HiddenPost, type ModeratedPerson, type ModerationAct } from '#lib/model/moderation/moderation.ts';
import { can } from '#lib/model/policy.ts';
import type { Membership } from '#lib/model/access/roles.ts';
import { foremost } from '#lib/model/people/tags.ts';
import { authorize } from '../access/authorize.ts';
import { meetings } from '../db/schema/meetings.ts';
import { people } from '../db/schema/people.ts';
import { audit } from '../db/schema/streams.ts';
import { posts } from '../db/schema/threads.ts';
import { asMember } from '../people/find-member.ts';
import { homeNetwork } from '../access/home.ts';
import { currentMemberships } from '../access/memberships.ts';
import type { Services } from '../platform/services.ts';

const pageSize = 50;
/** Hidden posts shown at once: more are a case for the list of what was done. */
const mostHidden = 100;
const leads = alias(people, 'leads');
const authors = alias(people, 'authors');

/** The subject of an entry, when it is of this kind: ids of other kinds are not looked at. */
const subject = (kind: 'post' | 'person'): SQL => sql`case when ${audit.subjectKind} = ${kind} then ${audit.subjectId}::uuid end`;

const place = { slug: meetings.slug, seq: posts.seq, theme: meetings.theme, author: authors.name };

/**
 * What is hidden in the actor's network now, the newest first. The texts are not in it.
 * @throws Forbidden
 */
export async function hiddenNow({ db }: Services, actor: Actor, locale: string): Promise<HiddenPost[]> {
	const network = homeNetwork(actor);
	authorize(actor, 'moderation.read', { network });
	const rows = await db
		.select({ id: posts.id, at: posts.hiddenAt, by: leads.name, reason: posts.hiddenReason, ...place })
		.from(posts)
		.innerJoin(leads, eq(leads.id, posts.hiddenBy))
		.innerJoin(authors, eq(authors.id, posts.authorId))
		.innerJoin(meetings, eq(meetings.stream, posts.stream))
		.where(
			and(
				inArray(
					posts.id,
					db
						.select({ id: subject('post') })
						.from(audit)
						.where(and(eq(audit.networkId, network), eq(audit.action, 'post.hidden')))
				),
				sql`${posts.hiddenAt} is not null`,
				isNull(posts.deletedAt)
			)
		)
		.orderBy(desc(posts.hiddenAt), desc(posts.id))
		.limit(mostHidden);
	return rows.map(({ id, at, by, reason, slug, seq, theme, author }) => ({
		id,
		at: at?.toISOString() ?? '',
		by,
		reason: reason ?? '',
		post: { slug, seq, author, theme: spoken(theme, locale) }
	}));
}

/**
 * What the leads of the actor's network did, the newest first, from the audit.
 * @param before the id of an act: those that came before it
 * @throws Forbidden
 */
export async function moderationActsBefore(
	{ db, clock }: Services,
	actor: Actor,
	{ before, locale }: { before: number | null; locale: string }
): Promise<{ acts: ModerationAct[]; more: boolean }> {
	const network = homeNetwork(actor);
	authorize(actor, 'moderation.read', { network });
	const rows = await db
		.select({
			id: audit.id,
			at: audit.at,
			action: audit.action,
			reason: audit.reason,
			by: leads.name,
			...place,
			personId: people.id,
			personName: people.name,
			suspendedAt: people.suspendedAt,
			memberships: currentMemberships(clock.now())
		})
		.from(audit)
		.innerJoin(leads, eq(leads.id, audit.actorId))
		.leftJoin(posts, eq(posts.id, subject('post')))
		.leftJoin(authors, eq(authors.id, posts.authorId))
		.leftJoin(meetings, eq(meetings.stream, posts.stream))
		.leftJoin(people, eq(people.id, subject('person')))
		.where(
			and(
				eq(audit.networkId, network),
				inArray(audit.action, [...moderationActs]),
				before === null ? undefined : lt(audit.id, before)
			)
		)
		.orderBy(desc(audit.id))
		.limit(pageSize + 1);
	const acts = rows
		.slice(0, pageSize)
		.map(({ id, at, action, reason, by, slug, seq, theme, author, personId, personName, suspendedAt, memberships }) => ({
			id,
			at: at.toISOString(),
			by,
			action: action as ModerationAct['action'],
			reason,
			post: slug && seq && theme && author ? { slug, seq, author, theme: spoken(theme, locale) } : null,
			person:
				personId && personName
					? presentPerson(actor, { id: personId, name: personName, suspendedAt }, { network, memberships })
					: null
		}));
	return { acts, more: rows.length > pageSize };
}

function presentPerson(
	actor: Actor,
	{ id, name, suspendedAt }: { id: string; name: string; suspendedAt: Date | null },
	{ network, memberships }: { network: string; memberships: Membership[] }
): ModeratedPerson {
	const held = foremost(memberships.filter((one) => one.network === network));
	return {
		id,
		name,
		listed: held !== undefined,
		city: held?.city ?? null,
		readmittable: can(actor, 'person.readmit', asMember(id, suspendedAt !== null, memberships))
	};
}
