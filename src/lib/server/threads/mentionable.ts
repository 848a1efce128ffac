import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import type { Localized } from '#lib/model/localized.ts';
import type { Mentionable, MentionablePerson } from '#lib/model/threads/mentionable.ts';
import type { Membership } from '#lib/model/access/roles.ts';
import type { SeenBy } from '#lib/model/people/seen-by.ts';
import { foremost, type PersonTag } from '#lib/model/people/tags.ts';
import { can } from '#lib/model/policy.ts';
import type { Database, Transaction } from '../db/client.ts';
import { asActor } from '../access/as-actors.ts';
import { currentMemberships, isCurrent } from '../access/memberships.ts';
import type { Services } from '../services.ts';
import { threadAt, type ThreadOfSubject } from './thread-at.ts';

interface City {
	code: string;
	/** In every language that has one. */
	name: Localized;
}

interface Row extends Record<string, unknown> {
	people: { id: string; name: string; memberships: Membership[] }[];
	cities: City[];
}

/**
 * The people who may read a thread now, and the cities of its network.
 * @param among only these of them, and whoever bears one of these names
 */
export async function mentionableIn(
	db: Database | Transaction,
	{ network, audience }: Pick<ThreadOfSubject, 'network' | 'audience'>,
	now: Date,
	among?: { people: string[]; names: string[]; cities: string[] }
): Promise<{ people: PersonTag[]; cities: City[] }> {
	const [row] = await db.execute<Row>(sql`
		select (
			select coalesce(json_agg(json_build_object('id', people.id, 'name', people.name, 'memberships', ${currentMemberships(now)})
				order by people.name, people.id), '[]')
			from people
			where people.suspended_at is null
				and exists (select from memberships held where held.person_id = people.id and held.network_id = ${network}
					and ${isCurrent(now)})
				${among ? sql`and (people.id = any(${sql.param(among.people)}::uuid[]) or people.name = any(${sql.param(among.names)}::text[]))` : sql``}
		) as people, (
			select coalesce(json_agg(json_build_object('code', code, 'name', name) order by partners.position), '[]')
			from partners
			where network_id = ${network} ${among ? sql`and code = any(${sql.param(among.cities)}::text[])` : sql``}
		) as cities`);
	const { people, cities } = row ?? { people: [], cities: [] };
	return { people: people.flatMap((person) => tagOfReader(person, network, audience)), cities };
}

/** Somebody as what they are in this network, if they are among those who hear. */
function tagOfReader({ id, name, memberships }: Row['people'][number], network: string, audience: readonly string[]): PersonTag[] {
	const reader = asActor({ id, name, memberships });
	const held = foremost(memberships.filter((one) => one.network === network));
	if (!held || !isAmong(reader, audience)) return [];
	const { city, role, expertKind } = held;
	return [{ id, name, city, role, expertKind }];
}

/**
 * Whom and what this actor can mention in a thread: never somebody from whom it is hidden.
 * @throws NotFound as `threadAt`
 */
export async function mentionable({ db, clock }: Services, actor: Actor, stream: string): Promise<Mentionable> {
	const thread = await threadAt(db, actor, stream);
	const { people, cities } = await mentionableIn(db, thread, clock.now());
	const others = people.filter(({ id }) => actor.kind === 'visitor' || id !== actor.id);
	return { people: await toldApart(db, actor, thread.network, others), cities: cities.map(({ code }) => code) };
}

/**
 * Those of one name, city and role with what tells them apart: the domain of their address, or where that is the same too, all of
 * it, as far as the directory shows it to this actor.
 */
async function toldApart(db: Database, actor: Actor, network: string, people: PersonTag[]): Promise<MentionablePerson[]> {
	const alike = sharing(people, ({ name, city, role, expertKind }) => [name, city, role, expertKind].join('\n'));
	if (alike.length === 0) return people;
	const rows = await db.execute<{ id: string; address: string; domain: string; seen_by: SeenBy }>(sql`
		select id, email as address, split_part(email, '@', 2) as domain, email_seen_by as seen_by from people
		where id = any(${sql.param(alike.map(({ id }) => id))}::uuid[])`);
	const known = new Map(rows.map((row) => [row.id, row]));
	const alikeThere = new Set(sharing(alike, ({ id, name, city }) => [name, city, known.get(id)?.domain].join('\n')));
	const isAlike = new Set(alike);
	return people.map((person) => {
		const its = known.get(person.id);
		if (!isAlike.has(person) || !its) return person;
		const isSeen = alikeThere.has(person) && can(actor, 'person.reach', { id: person.id, networks: [network], seenBy: its.seen_by });
		return { ...person, mailAt: isSeen ? its.address : its.domain };
	});
}

/** Those whose key is somebody else's too. */
function sharing(people: PersonTag[], key: (person: PersonTag) => string): PersonTag[] {
	return [...Map.groupBy(people, key).values()].filter(({ length }) => length > 1).flat();
}
