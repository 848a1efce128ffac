import { sql, type SQL } from 'drizzle-orm';
import type { Localized } from '#lib/model/localized.ts';
import type { ExpertKind, Membership, Role } from '#lib/model/access/roles.ts';
import { cardHref } from '#lib/model/people/card.ts';
import { foremost } from '#lib/model/people/tags.ts';
import { readNetworks } from '../access/read-networks.ts';
import { currentMemberships, isCurrent } from '../access/memberships.ts';
import { roleWords } from './role-words.ts';
import { inItsLanguages } from '../search/localized-words.ts';
import type { Asking, SearchSource } from '../search/source.ts';

interface Row {
	id: string;
	name: string;
	network_id: string;
	lang: string;
	created_at: Date;
	held: { role: Role; expertKind: ExpertKind | null; code: string | null; city: Localized | null }[];
}

interface ShownRow extends Record<string, unknown> {
	id: string;
	name: string;
	memberships: Membership[];
}

/** More people than these are found by the search alone. */
const mostOffered = 1000;

/** Members of a network that the actor reads, in good standing. */
function seen({ actor, now }: Asking): SQL {
	return sql`people.suspended_at is null and exists (
		select from memberships held
		where held.person_id = people.id and held.network_id = any(${sql.param(readNetworks(actor))}::uuid[]) and ${isCurrent(now)})`;
}

/** People by their names, and by what they are and where. */
export const personSource: SearchSource = {
	kind: 'person',
	lasting: true,
	events: [],
	all: 'select id from people',

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select people.id, people.name, held.network_id, people.writing_language as lang, people.created_at,
				json_agg(json_build_object('role', held.role, 'expertKind', held.expert_kind, 'code', city.code, 'city', city.name)
					order by held.starts_at, held.id) as held
			from people join memberships held on held.person_id = people.id left join partners city on city.id = held.partner_id
			where people.id = any(${subjects}::uuid[]) and held.ends_at is null
			group by people.id, held.network_id`;
		return rows.map(({ id, name, network_id, lang, created_at, held }) => ({
			subject: id,
			network: network_id,
			city: held.find(({ code }) => code)?.code ?? null,
			person: id,
			lang,
			at: created_at,
			open: true,
			texts: [
				{ text: name, lang, weight: 'A' },
				...held.flatMap(({ role, expertKind, city }) => [
					...roleWords({ role, expertKind }),
					...inItsLanguages(city ?? { en: '' }, 'B')
				])
			]
		}));
	},

	visible: (asking) => sql`exists (select from people where people.id = found.subject_id and ${seen(asking)})`,

	async present({ db }, asking, subjects) {
		const rows = await db.execute<ShownRow>(sql`
			select people.id, people.name, ${currentMemberships(asking.now)} as memberships
			from people where people.id = any(${sql.param(subjects)}::uuid[]) and ${seen(asking)}`);
		const networks = readNetworks(asking.actor);
		return new Map(
			rows.flatMap(({ id, name, memberships }) => {
				const here = memberships.filter(({ network }) => networks.includes(network));
				const held = foremost(here);
				if (!held) return [];
				const { city, role, expertKind } = held;
				const roles = here.filter((one) => one.city === city).map((one) => ({ role: one.role, expertKind: one.expertKind }));
				const href = cardHref(id);
				return [
					[id, { kind: 'person', id, href, person: { id, name, city, role, expertKind }, roles, name, lang: 'en', text: '' }]
				];
			})
		);
	},

	async offered({ db }, asking) {
		const rows = await db.execute<{ id: string }>(
			sql`select id from people where ${seen(asking)} order by name, id limit ${mostOffered}::int`
		);
		return rows.map(({ id }) => id);
	}
};
