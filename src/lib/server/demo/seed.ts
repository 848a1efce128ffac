import { randomUUID } from 'node:crypto';
import type { Transaction } from '../db/client.ts';
import { installation, networks, partners, themes as themeRows } from '../db/schema/networks.ts';
import { memberships, people } from '../db/schema/people.ts';
import type { Services } from '../services.ts';
import { demoCards } from './cards.ts';
import { cast } from './cast.ts';
import { demoCities } from './cities.ts';
import { demoNetwork, demoThemes } from './network.ts';
import { fetchDemoSeeds } from './demo-seed.ts';
import { groundOf } from './ground.ts';
import { idOf } from './id-of.ts';
import type { DemoFiles } from './seed-files.ts';

/** When phase 2 of the network began: since then the cast belongs to it. */
const since = new Date('2016-05-03T00:00:00Z');

/**
 * Fills an empty database with the demo network and what the nouns show in it, all of it or nothing; says whether it was empty.
 * @param openFiles where the files come from that its posts hold; without it they hold none
 */
export async function seedDemo(services: Services, openFiles?: () => DemoFiles): Promise<boolean> {
	const { db, clock } = services;
	const now = clock.now();
	return db.transaction(async (tx) => {
		const first = await tx.insert(installation).values({ kind: 'demo', createdAt: now }).onConflictDoNothing().returning();
		if (first.length === 0) return false;
		const files = openFiles?.() ?? null;
		const networkId = await seedNetwork(tx, now);
		const cityIds = await seedCities(tx, networkId);
		const personIds = await seedCast(tx, { networkId, cityIds, now });
		const ground = groundOf({ networkId, cityIds, personIds, now, files, services });
		for (const noun of await fetchDemoSeeds()) await noun.seed(tx, ground);
		return true;
	});
}

async function seedNetwork(tx: Transaction, now: Date): Promise<string> {
	const id = randomUUID();
	await tx.insert(networks).values({ ...demoNetwork, id, createdAt: now });
	await tx.insert(themeRows).values(demoThemes.map((theme, at) => ({ ...theme, id: randomUUID(), networkId: id, position: at + 1 })));
	return id;
}

async function seedCities(tx: Transaction, networkId: string): Promise<Map<string, string>> {
	const rows = demoCities.map(({ place, mark, leads, ...city }, at) => ({
		...city,
		...mark,
		id: randomUUID(),
		networkId,
		latitude: place[0],
		longitude: place[1],
		leads: leads ?? false,
		letters: city.code,
		position: at + 1
	}));
	await tx.insert(partners).values(rows);
	return new Map(rows.map(({ code, id }) => [code, id]));
}

async function seedCast(
	tx: Transaction,
	{ networkId, cityIds, now }: { networkId: string; cityIds: Map<string, string>; now: Date }
): Promise<Map<string, string>> {
	const rows = cast.map((member) => {
		const city = demoCities.find(({ code }) => code === member.city);
		return {
			id: randomUUID(),
			email: member.email,
			name: member.name,
			locale: member.locale,
			timeZone: member.timeZone ?? city?.timeZone ?? 'Etc/UTC',
			writingLanguage: member.writes ?? city?.language ?? 'en',
			invented: true,
			...demoCards[member.email.split('@')[0] ?? ''],
			createdAt: now
		};
	});
	await tx.insert(people).values(rows);
	const ids = new Map(rows.map(({ email, id }) => [email, id]));
	await tx.insert(memberships).values(
		cast.map(({ email, role, city, expertKind }) => ({
			id: randomUUID(),
			personId: idOf(ids, email),
			networkId,
			role,
			partnerId: city === null ? null : idOf(cityIds, city),
			expertKind,
			startsAt: since
		}))
	);
	return ids;
}
