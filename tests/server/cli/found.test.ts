import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { asc } from 'drizzle-orm';
import { networks, partners, themes } from '#lib/server/db/schema/networks.ts';
import { administer } from '#lib/server/cli/admin.ts';
import { contrast } from '#lib/server/cli/colours.ts';
import { example } from '#lib/server/cli/example.ts';
import { createNetwork } from '#lib/server/cli/create-network.ts';
import { interview } from '#lib/server/cli/interview.ts';
import { kindOf, requireDemo, requireReal, WrongInstallation } from '#lib/server/boot/installation-kind.ts';
import { installation } from '#lib/server/db/schema/networks.ts';
import { PlanError, readPlan, type PlanInput } from '#lib/server/cli/plan.ts';
import { test } from '../../support/database.ts';

const city = (name: string) => ({ name, organisation: `City of ${name}`, country: 'LV', timeZone: 'Europe/Riga', language: 'lv' });
const ofCities = (cities: PlanInput['cities']) => readPlan({ network: { name: 'Network' }, cities });

describe('a real installation', () => {
	test('is founded from a description, the open points filled in', async ({ services }) => {
		await createNetwork(services, readPlan(example));
		expect(await services.db.select().from(networks)).toMatchObject([
			{ slug: 'northern-rivers', name: 'Northern Rivers', motto: { en: 'Upstream together', lv: 'Kopā pret straumi' } }
		]);
		expect(await services.db.select().from(partners).orderBy(asc(partners.position))).toMatchObject([
			{ code: 'je', slug: 'jelgava', letters: 'je', shape: 'disc', fill: '#0f366d', ink: '#ffffff', leads: true, latitude: null },
			{ code: 'tu', slug: 'turku', name: { en: 'Turku' }, letters: 'tu', leads: false, latitude: 60.45 }
		]);
		expect(await services.db.select().from(themes).orderBy(asc(themes.position))).toMatchObject([
			{ slug: 'riverside', name: { en: 'Riverside', lv: 'Krastmala' } },
			{ slug: 'bathing-water', name: { en: 'Bathing water' } }
		]);
	});

	test('has more than twelve cities, each with a code and a readable mark of its own', async ({ services }) => {
		const names = [
			'Łódź',
			'Lodz',
			'Ōgre',
			'Ørsta',
			'Rīga',
			'Rīgava',
			'Ri',
			...Array.from({ length: 23 }, (_, n) => `Ķekava ${String.fromCharCode(97 + n)}`)
		];
		const cities = names.map((name, at) => ({ ...city(name), slug: `city-${at}` }));
		await createNetwork(services, ofCities(cities));
		const rows = await services.db.select().from(partners);
		expect(new Set(rows.map(({ code }) => code)).size).toBe(names.length);
		for (const { fill, ink, edge, edgeDark } of rows) {
			expect(contrast(fill, ink)).toBeGreaterThan(4.5);
			expect(contrast(edge, '#eeece6')).toBeGreaterThan(3);
			expect(contrast(edgeDark, '#201f1c')).toBeGreaterThan(3);
		}
	});

	test('is founded once', async ({ services }) => {
		await createNetwork(services, ofCities([city('Jelgava')]));
		await expect(createNetwork(services, ofCities([city('Turku')]))).rejects.toThrow('has its network already: Network');
	});

	test('says all that is wrong in a description', () => {
		const wrong = {
			network: {},
			cities: [{ ...city('Jelgava'), timeZone: 'Europe/Nowhere', colour: 'blue', marks: 1 }],
			themes: [{ lv: 'Tēma' }]
		};
		expect(() => readPlan(wrong)).toThrow(PlanError);
		expect(() => readPlan(wrong)).toThrow(
			/network\.name[\s\S]*cities\.0\.timeZone[\s\S]*cities\.0\.colour[\s\S]*cities\.0[\s\S]*themes\.0/
		);
		expect(() => readPlan([])).toThrow(PlanError);
	});

	test('holds no signs that are none', () => {
		for (const broken of ['a\0b', 'half \ud83d']) {
			const named = (name: string) => () => readPlan({ network: { name: 'Network' }, cities: [{ ...city('Jelgava'), name }] });
			expect(named(broken)).toThrow(/cities\.0\.name\.en: signs that are none/);
			expect(() => readPlan({ network: { name: broken }, cities: [city('Jelgava')] })).toThrow(PlanError);
			const said = { network: { name: 'Network', motto: { en: 'Motto', [broken]: 'Moto' } }, cities: [city('Jelgava')] };
			expect(() => readPlan(said)).toThrow(PlanError);
		}
	});

	test('is read from a file in UTF-8, with or without its mark', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'swing-plan-'));
		onTestFinished(() => rm(folder, { recursive: true }));
		const file = join(folder, 'network.json');
		await writeFile(file, Buffer.from('{ "network": { "name": "L\xf8gstr" } }', 'latin1'));
		await expect(administer(['init', file], () => {})).rejects.toThrow(PlanError);
		await writeFile(file, `\ufeff${JSON.stringify({ network: { name: 'L\0' }, cities: [city('Jelgava')] })}`);
		await expect(administer(['init', file], () => {})).rejects.toThrow(/network\.name: signs that are none/);
	});

	test('gives no two cities the same code', async ({ services }) => {
		const twice = [
			{ ...city('Jelgava'), code: 'je' },
			{ ...city('Jēkabpils'), code: 'je' }
		];
		await expect(createNetwork(services, ofCities(twice))).rejects.toThrow('"je" stands there twice as code');
	});

	test('can be described by answering questions, a wrong answer is asked again', async () => {
		const answers = [
			'Rivers',
			'',
			'Co-funded',
			'Jelgava',
			'Pašvaldība',
			'Latvia',
			'LV',
			'Europe/Riga',
			'lv',
			'',
			'arch',
			'',
			'y',
			'n',
			'Water',
			''
		];
		const said: string[] = [];
		const input = await interview({ question: async () => answers.shift() ?? '', say: (line) => said.push(line) });
		expect(readPlan(input)).toMatchObject({
			network: { name: 'Rivers', motto: { en: '' }, fundingLine: { en: 'Co-funded' } },
			cities: [{ name: { en: 'Jelgava' }, country: 'LV', shape: 'arch', leads: true }],
			themes: [{ name: { en: 'Water' } }]
		});
		expect(said.join()).toContain('two capital letters');
		expect(answers).toEqual([]);
	});
});

describe('what a database holds', () => {
	test('is remembered as real, and never served as a demo', async ({ services }) => {
		expect(await kindOf(services)).toBeNull();
		await requireReal(services);
		await requireReal(services);
		expect(await kindOf(services)).toBe('real');
		await expect(requireDemo(services)).rejects.toThrow(WrongInstallation);
	});

	test('a demo is never served as real', async ({ services }) => {
		await services.db.insert(installation).values({ kind: 'demo', createdAt: services.clock.now() });
		await requireDemo(services);
		await expect(requireReal(services)).rejects.toThrow(/demo[\s\S]*DATA_DIR/);
	});
});
