import { sql } from 'drizzle-orm';
import type { Localized } from '#lib/model/localized.ts';
import { readNetworks } from '../access/read-networks.ts';
import { inItsLanguages } from '../search/localized-words.ts';
import type { SearchSource } from '../search/source.ts';

interface Row {
	id: string;
	network_id: string;
	code: string;
	name: Localized;
	organisation: string;
	language: string;
	created_at: Date;
}

interface ShownRow extends Record<string, unknown> {
	id: string;
	code: string;
	slug: string;
	country: string;
	organisation: string;
	language: string;
}

/** Cities by their names and organisations. */
export const citySource: SearchSource = {
	kind: 'city',
	lasting: true,
	events: [],
	all: 'select id from partners',

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select partners.id, network_id, code, partners.name, organisation, language, networks.created_at
			from partners join networks on networks.id = partners.network_id
			where partners.id = any(${subjects}::uuid[])`;
		return rows.map(({ id, network_id, code, name, organisation, language, created_at }) => ({
			subject: id,
			network: network_id,
			city: code,
			person: null,
			lang: language,
			at: created_at,
			open: true,
			texts: [...inItsLanguages(name, 'A'), { text: organisation, lang: language, weight: 'B' }]
		}));
	},

	visible: ({ actor }) => sql`exists (
		select from partners where partners.id = found.subject_id
			and partners.network_id = any(${sql.param(readNetworks(actor))}::uuid[]))`,

	async present({ db }, { actor }, subjects) {
		const rows = await db.execute<ShownRow>(sql`
			select id, code, slug, country, organisation, language from partners
			where id = any(${sql.param(subjects)}::uuid[]) and network_id = any(${sql.param(readNetworks(actor))}::uuid[])`);
		return new Map(
			rows.map(({ id, code, slug, country, organisation, language }) => [
				id,
				{ kind: 'city', id, href: `/network/${slug}`, city: code, country, name: null, lang: language, text: organisation }
			])
		);
	},

	async offered({ db }, { actor }) {
		const rows = await db.execute<{ id: string }>(
			sql`select id from partners where network_id = any(${sql.param(readNetworks(actor))}::uuid[]) order by network_id, position`
		);
		return rows.map(({ id }) => id);
	}
};
