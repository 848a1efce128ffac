import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { modelNouns } from '#lib/model/nouns.ts';
import { requireReal } from '#lib/server/boot/installation-kind.ts';
import { nameKinds } from '#lib/server/boot/name-kinds.ts';
import { emailTemplates } from '#lib/server/mail/template.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { collecting, type Collected } from '../support/collecting.ts';
import { servicesOn, test as base, type TestServices } from '../support/database.ts';
import { liveOn, type LiveServer } from '../support/live.ts';
import { smallNetwork, type SmallNetwork } from '../support/thread.ts';
import { writeMemo } from './memos/server/commands.ts';
import { makeMemos } from './memos/server/table.ts';

/** A memo of the city, those who hear it, and those of the same network who do not. */
export interface MemoGround {
	network: SmallNetwork;
	stream: string;
	memo: string;
	/** Of the city: wrote the memo. */
	ilze: Person;
	/** Of the city. */
	rui: Person;
	/** A lead, named among those who hear it. */
	marek: Person;
	/** Of no city and not named, and a lead besides. */
	vija: Person;
	/** Of no city and not named. */
	elio: Person;
}

export const title = 'Whom to ask about the kumquats';

async function memoGround(services: TestServices): Promise<MemoGround> {
	// What an installation does when it starts.
	await nameKinds(services.db, modelNouns, serverNouns);
	await requireReal(services);
	await makeMemos(services.sql);
	const network = await smallNetwork(services);
	const [ilze, rui] = [await network.person('Ilze'), await network.person('Rui')];
	const marek = await network.person('Marek', { role: 'lead', city: null });
	const vija = await network.person('Vija', { role: 'lead', city: null });
	const elio = await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' });
	const { id, stream } = await writeMemo(services, ilze, {
		commandId: randomUUID(),
		network: network.id,
		city: 'co',
		title,
		people: [marek.id]
	});
	return { network, memo: id, stream, ilze, rui, marek, vija, elio };
}

const mailing = base
	.extend<{ emails: Collected[] }>({ emails: async ({ task: _ }, use) => use([]) })
	.override('services', async ({ database, emails }, { onCleanup }) => {
		const config = parseConfig({ DEMO: 'off', PUBLIC_URL: 'https://desk.example.org' });
		const services = servicesOn(database, config, [collecting(emails)]);
		services.mail.start(services, emailTemplates.get());
		onCleanup(() => services.close());
		return services;
	});

/** A test with a memo in a small network, with what it mails, and with the live part of a server where it asks for that. */
export const test = mailing.extend<{ ground: MemoGround; live: LiveServer }>({
	ground: async ({ services }, use) => use(await memoGround(services)),
	live: async ({ services, ground: _ }, use) => {
		const live = await liveOn(services);
		await use(live);
		await live.close();
	}
});

/** What a command is known by. */
export const once = () => ({ commandId: randomUUID() });

export { expect } from 'vitest';
