import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { demoCities } from '#lib/server/demo/cities.ts';
import { demoNetwork } from '#lib/server/demo/network.ts';
import { networkId, people, personId, tokenOf } from './names.ts';

/** A real installation of so many networks; everybody belongs to the first and is signed in. */
export async function seedGround(sql: Sql, networks: number): Promise<void> {
	await sql`insert into installation (kind, created_at) values ('real', now())`;
	for (let n = 0; n < networks; n++) {
		await sql`insert into networks ${sql({
			id: networkId(n),
			slug: `network-${n}`,
			name: demoNetwork.name,
			motto: sql.json(demoNetwork.motto),
			funding_line: sql.json(demoNetwork.fundingLine),
			about: sql.json(demoNetwork.about),
			created_at: new Date(Date.UTC(2016, 4, 3 + n))
		})}`;
		await sql`insert into partners ${sql(partnersOf(sql, n))}`;
	}
	await seedPeople(sql);
	await sql`create schema bare`;
	await sql`create table bare.posts (id bigserial primary key, thread int not null, author text not null, body text not null, at timestamptz not null default now())`;
	await sql`create index on bare.posts (thread, id)`;
}

function partnersOf(sql: Sql, n: number) {
	return demoCities.map(({ place: [latitude, longitude], mark, leads, timeZone, name, ...city }, at) => {
		const { edgeDark, ...colours } = mark;
		return {
			...city,
			...colours,
			edge_dark: edgeDark,
			time_zone: timeZone,
			name: sql.json(name),
			id: crypto.randomUUID(),
			network_id: networkId(n),
			latitude,
			longitude,
			leads: leads ?? false,
			letters: city.code,
			position: at + 1
		};
	});
}

async function seedPeople(sql: Sql): Promise<void> {
	const rows = Array.from({ length: people }, (_, n) => ({
		id: personId(n),
		n,
		session: createHash('sha256').update(tokenOf(n)).digest('hex')
	}));
	await sql.begin(async (tx) => {
		await tx`create temp table seeded (id uuid, n int, session text) on commit drop`;
		await tx`insert into seeded ${tx(rows)}`;
		await tx`
			insert into people (id, email, name, locale, time_zone, writing_language, invented, created_at)
			select id, 'person-' || n || '@bench.invalid', 'Invented Person ' || n, 'en', 'Europe/Riga', 'en', true, now() from seeded`;
		await tx`
			insert into memberships (id, person_id, network_id, role, partner_id, starts_at)
			select gen_random_uuid(), seeded.id, ${networkId(0)}, 'officer', partners.id, now() - interval '1 year'
			from seeded join partners on partners.network_id = ${networkId(0)} and partners.position = 1 + seeded.n % ${demoCities.length}::int`;
		await tx`
			insert into sessions (id, person_id, expires_at, created_at, last_seen_at, device)
			select session, id, now() + interval '30 days', now(), now(), 'bench' from seeded`;
	});
}
