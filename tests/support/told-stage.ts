import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import type { Services } from '#lib/server/services.ts';
import { who } from './actors.ts';
import { groundOf } from './ground.ts';
import type { RunningServer } from './running-server.ts';
import { test as onStage } from './stage.ts';
import { tellPractices } from './told-practices.ts';
import { said, sectionOf, wordsOf, writePlan, type WrittenPlan } from './written-plans.ts';

interface Told {
	/** The address of an entry of Klaipėda, short. */
	lanterns: string;
	/** The address of a long one. */
	ferrySong: string;
	/** The one tag of entries of three cities. */
	brook: string;
	/** A long plan of Coimbra in consultation. */
	long: WrittenPlan;
	/** A draft of which nobody elsewhere knows. */
	secret: WrittenPlan;
}

/** The last day on which one may say something of the long plan. */
const consulted = '2099-04-21';

const cost = { from: '2000', to: '4000', currency: 'EUR' };
const paragraphs = Array.from({ length: 30 }, (_, n) => `Verse ${n + 1} of the ferry song is sung by those who wait on the pier.`);

/**
 * A stage with entries and plans that no other test tells of, each told when it is first asked for. They stand in one stage, so
 * that what plays on it shares an installation.
 */
export const test = onStage.extend<object, Told>({
	lanterns: [
		async ({ server }, use) => use(await told(server, (services) => addressOf(services, { title: 'Lantern mending evenings' }))),
		{ scope: 'worker', timeout: 60_000 }
	],
	ferrySong: [
		async ({ server }, use) => {
			const solution = fromMarkdown(paragraphs.join('\n\n'));
			await use(await told(server, (services) => addressOf(services, { title: 'A ferry song', solution })));
		},
		{ scope: 'worker', timeout: 60_000 }
	],
	brook: [
		async ({ server }, use) => {
			const entries = [
				{ city: 'da', title: 'Otter counting', themes: ['placemaking'], cost },
				{ city: 'gr', title: 'Willow bridges', themes: ['placemaking'] },
				{ city: 'gr', title: 'Kingfisher evenings', themes: ['developing'], cost, lessons: fromMarkdown('It rained.') },
				...Array.from({ length: 24 }, (_, n) => ({ city: 'kl', title: `Stepping stone ${n + 1}`, themes: ['retaining'] }))
			];
			const tag = 'brook';
			await told(server, async (services) => {
				await tellPractices(
					services,
					entries.map((entry) => ({ ...entry, tags: [tag] }))
				);
				await catchUp(services.sql, services.log, { most: 100, rest: 0 });
			});
			await use(tag);
		},
		{ scope: 'worker', timeout: 60_000 }
	],
	long: [
		async ({ server }, use) => {
			const sections = [
				sectionOf(...wordsOf(3)),
				sectionOf(...wordsOf(60)),
				sectionOf(said('A harbour that young people steer.')),
				...Array.from({ length: 7 }, (_, n) => sectionOf(said(`Quay ${n + 4} begins here.`), ...wordsOf(40)))
			];
			const plan = { by: who.host, title: 'A harbour of makers', sections, endsOn: consulted };
			await use(await told(server, (services) => writePlan(services, plan)));
		},
		{ scope: 'worker', timeout: 90_000 }
	],
	secret: [
		async ({ server }, use) => {
			const sections = [sectionOf(said('Nobody elsewhere reads of the lamp.'))];
			await use(
				await told(server, (services) => writePlan(services, { by: who.host, title: 'Lighthouse keepers of tomorrow', sections }))
			);
		},
		{ scope: 'worker', timeout: 90_000 }
	]
});

async function told<What>(server: RunningServer, tell: (services: Services) => Promise<What>): Promise<What> {
	const { services, close } = await groundOf(server);
	const what = await tell(services);
	await close();
	return what;
}

/** Tells of it in Klaipėda. */
async function addressOf(services: Services, entry: { title: string; solution?: ReturnType<typeof fromMarkdown> }): Promise<string> {
	const [id = ''] = await tellPractices(services, [{ city: 'kl', ...entry }]);
	const [row] = await services.sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`;
	return `/practices/${row?.at}`;
}

export { expect } from './stage.ts';
