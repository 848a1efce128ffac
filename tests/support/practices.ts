import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import type { PracticeValues } from '#lib/model/practices/values.ts';
import { partners, themes } from '#lib/server/db/schema/networks.ts';
import { beginPractice } from '#lib/server/practices/begin.ts';
import { approvePractice, submitPractice } from '#lib/server/practices/rounds.ts';
import type { Services } from '#lib/server/services.ts';
import { test as base } from './database.ts';
import { smallNetwork, type SmallNetwork } from './thread.ts';

export const once = () => ({ commandId: randomUUID() });

/** What even a draft says. */
export const little = (title = 'Quince market'): Partial<PracticeValues> => ({
	lang: 'en',
	title,
	pitch: 'Young growers sell in the square.',
	summary: fromMarkdown('Every Saturday the square belongs to growers under thirty.')
});

/** A network of three cities: Coimbra tells, Daugavpils and Granada read, Marek leads. */
export interface PracticeGround {
	network: SmallNetwork;
	ines: Person;
	rui: Person;
	ilze: Person;
	nuria: Person;
	marek: Person;
	saskia: Person;
	claire: Person;
}

async function addCity({ db }: Services, networkId: string, code: string, country: string, position: number): Promise<void> {
	const colour = '#45216c';
	await db.insert(partners).values({
		id: randomUUID(),
		networkId,
		code,
		slug: `city-${code}`,
		name: { en: code === 'da' ? 'Daugavpils' : 'Granada' },
		organisation: 'City council',
		country,
		timeZone: 'Europe/Riga',
		language: 'lv',
		position,
		letters: code,
		shape: 'arch',
		fill: colour,
		edge: colour,
		edgeDark: '#b596e3',
		ink: '#ffffff'
	});
}

export async function practiceGround(services: Services): Promise<PracticeGround> {
	const network = await smallNetwork(services);
	await addCity(services, network.id, 'da', 'LV', 2);
	await addCity(services, network.id, 'gr', 'ES', 3);
	const named = Object.entries({ talent: 'Talent', places: 'Places', tech: 'Tech' });
	await services.db
		.insert(themes)
		.values(named.map(([slug, en], n) => ({ id: randomUUID(), networkId: network.id, slug, name: { en }, position: n + 1 })));
	return {
		network,
		ines: await network.person('Inês'),
		rui: await network.person('Rui', { role: 'coordinator' }),
		ilze: await network.person('Ilze', { city: 'da' }),
		nuria: await network.person('Nuria', { city: 'gr' }),
		marek: await network.person('Marek', { role: 'lead', city: null }),
		saskia: await network.person('Saskia', { role: 'expert', city: null, expertKind: 'lead' }),
		claire: await network.person('Claire', { role: 'reader', city: null })
	};
}

export const test = base.extend<{ ground: PracticeGround }>({
	ground: async ({ services }, use) => use(await practiceGround(services))
});
export { expect, type TestServices } from './database.ts';

/** Begins a draft of Coimbra. */
export async function leaveDraft(
	services: Services,
	{ ines, network }: Pick<PracticeGround, 'ines' | 'network'>,
	values: Partial<PracticeValues> = little(),
	form: 'story' | 'entry' = 'entry'
): Promise<string> {
	const begun = await beginPractice(services, ines, { ...once(), network: network.id, city: 'co', form, values });
	return begun.id;
}

/** A published entry of Coimbra. */
export async function leavePublished(
	services: Services,
	ground: Pick<PracticeGround, 'ines' | 'network' | 'marek'>,
	values: Partial<PracticeValues> = little(),
	form: 'story' | 'entry' = 'entry'
): Promise<string> {
	const id = await leaveDraft(services, ground, values, form);
	await submitPractice(services, ground.ines, { ...once(), id, n: 1 });
	await approvePractice(services, ground.marek, { ...once(), id, round: 1 });
	return id;
}
