import { randomUUID } from 'node:crypto';
import { markShapes } from '#lib/model/network/network.ts';
import type { Transaction } from '../db/client.ts';
import { networks, partners, themes } from '../db/schema/networks.ts';
import type { Services } from '../services.ts';
import { coloursOn, groundAt } from './colours.ts';
import { slugOf } from '#lib/model/slug.ts';
import { codeOf } from './names.ts';
import { PlanError, type Plan, type PlannedCity } from './plan.ts';

/** Creates the network of a real installation with its cities and themes, all of it or nothing. */
export async function createNetwork({ db, clock }: Pick<Services, 'db' | 'clock'>, plan: Plan): Promise<void> {
	await db.transaction(async (tx) => {
		const [existing] = await tx.select({ name: networks.name }).from(networks).limit(1);
		if (existing) throw new PlanError(`This installation has its network already: ${existing.name}. Nothing was changed.`);
		const networkId = randomUUID();
		const { network } = plan;
		await tx.insert(networks).values({ ...network, id: networkId, slug: network.slug ?? slugOf(network.name), createdAt: clock.now() });
		await tx.insert(partners).values(rowsOf(plan.cities, networkId));
		await insertThemes(tx, plan.themes, networkId);
	});
}

async function insertThemes(tx: Transaction, planned: Plan['themes'], networkId: string): Promise<void> {
	if (planned.length === 0) return;
	const rows = planned.map(({ slug, name }, at) => ({
		id: randomUUID(),
		networkId,
		slug: slug ?? slugOf(name.en),
		name,
		position: at + 1
	}));
	refuseTwice(
		'themes',
		'slug',
		rows.map(({ slug }) => slug)
	);
	await tx.insert(themes).values(rows);
}

/** The cities in the order of the plan, with what it left open filled in. */
export function rowsOf(cities: PlannedCity[], networkId: string) {
	const taken = new Set(cities.flatMap(({ code }) => code ?? []));
	const rows = cities.map(({ colour, ...city }, at) => {
		const code = city.code ?? codeOf(city.name.en, taken);
		taken.add(code);
		return {
			...city,
			...coloursOn(colour ?? groundAt(at)),
			id: randomUUID(),
			networkId,
			code,
			slug: city.slug ?? slugOf(city.name.en),
			letters: (city.letters ?? code.slice(0, 2)).toLowerCase(),
			shape: city.shape ?? markShapes[Math.floor(at / 3) % markShapes.length] ?? 'disc',
			position: at + 1
		};
	});
	refuseTwice(
		'cities',
		'code',
		rows.map(({ code }) => code)
	);
	refuseTwice(
		'cities',
		'slug',
		rows.map(({ slug }) => slug)
	);
	return rows;
}

function refuseTwice(list: string, field: string, values: string[]): void {
	const twice = values.find((value, at) => values.indexOf(value) !== at);
	if (twice)
		throw new PlanError(
			`The description of the network is not right:\n  ${list}: "${twice}" stands there twice as ${field}; give one of them another`
		);
}
