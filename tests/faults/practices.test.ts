import { expect, vi } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import type { CommandName } from '#lib/model/commands.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { emailTemplates } from '#lib/server/mail/template.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { queueEmails } from '#lib/server/notifications/email/at-once.ts';
import { markInterest } from '#lib/server/adoptions/steps.ts';
import { commandNamed } from '#lib/server/commands/socket-commands.ts';
import { suspendPerson } from '#lib/server/people/suspend.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { submitPractice } from '#lib/server/practices/rounds.ts';
import { collecting, type Collected } from '../support/collecting.ts';
import { holding } from '../support/holding.ts';
import { servicesOn, test as base, type TestServices } from '../support/database.ts';
import { ask, cookieOf, liveOn } from '../support/live.ts';
import { leaveDraft, leavePublished, little, once, practiceGround, type PracticeGround } from '../support/practices.ts';

const test = base
	.extend<{ emails: Collected[] }>({ emails: async ({ task: _ }, use) => use([]) })
	.override('services', async ({ database, emails }, { onCleanup }) => {
		const config = parseConfig({ DEMO: 'off', PUBLIC_URL: 'https://desk.example.org' });
		const services = servicesOn(database, config, [collecting(emails)]);
		services.mail.start(services, emailTemplates.get());
		onCleanup(() => services.close());
		return services;
	})
	.extend<{ ground: PracticeGround }>({ ground: async ({ services }, use) => use(await practiceGround(services)) });

vi.setConfig({ testTimeout: 30_000 });

interface Sent {
	by: Person;
	name: CommandName;
	input: Record<string, unknown>;
}

const submitted = async (services: TestServices, ground: PracticeGround): Promise<string> => {
	const id = await leaveDraft(services, ground);
	await submitPractice(services, ground.ines, { ...once(), id, n: 1 });
	return id;
};

/** What somebody sends, after what it needs. */
const writes: Record<string, (services: TestServices, ground: PracticeGround) => Promise<Sent>> = {
	'a draft is begun': async (_, { ines, network }) => ({
		by: ines,
		name: 'beginPractice',
		input: { network: network.id, city: 'co', form: 'entry', values: little() }
	}),
	'a draft is saved': async (services, ground) => ({
		by: ground.ines,
		name: 'savePractice',
		input: { id: await leaveDraft(services, ground), base: 1, values: { place: 'Praça' } }
	}),
	'it is handed in': async (services, ground) => ({
		by: ground.ines,
		name: 'submitPractice',
		input: { id: await leaveDraft(services, ground), n: 1 }
	}),
	'a lead publishes it': async (services, ground) => ({
		by: ground.marek,
		name: 'approvePractice',
		input: { id: await submitted(services, ground), round: 1 }
	}),
	'a lead asks for changes': async (services, ground) => ({
		by: ground.marek,
		name: 'requestChanges',
		input: { id: await submitted(services, ground), round: 1, reasons: [{ field: null, text: 'More, please.' }] }
	}),
	'changes are published': async (services, ground) => {
		const id = await leavePublished(services, ground);
		await markInterest(services, ground.ilze, { ...once(), id, city: 'da' });
		await savePractice(services, ground.ines, { ...once(), id, base: 1, values: { lessons: fromMarkdown('Rain.') } });
		return { by: ground.ines, name: 'publishChanges', input: { id, n: 2 } };
	},
	'a reader asks for a field': async (services, ground) => ({
		by: ground.ilze,
		name: 'askForField',
		input: { id: await leavePublished(services, ground), field: 'cost' }
	}),
	'a city marks its interest': async (services, ground) => ({
		by: ground.ilze,
		name: 'markInterest',
		input: { id: await leavePublished(services, ground), city: 'da' }
	}),
	'a city asks the owner': async (services, ground) => ({
		by: ground.ilze,
		name: 'askOwner',
		input: { id: await leavePublished(services, ground), city: 'da', doc: fromMarkdown('How much?'), lang: 'en' }
	}),
	'an adoption goes on': async (services, ground) => {
		const { id } = await markInterest(services, ground.ilze, { ...once(), id: await leavePublished(services, ground), city: 'da' });
		return { by: ground.ilze, name: 'moveAdoption', input: { id, stage: 'reuse', note: 'Two markets' } };
	},
	'something is written into the log': async (services, ground) => {
		const { id } = await markInterest(services, ground.ilze, { ...once(), id: await leavePublished(services, ground), city: 'da' });
		return { by: ground.ilze, name: 'addLogEntry', input: { id, kind: 'news', doc: fromMarkdown('A stall.'), lang: 'en' } };
	}
};

/** All that there is, and whom it told. */
async function standing({ sql }: TestServices) {
	const [row] = await sql<Record<string, number>[]>`
		select (select count(*) from practices)::int as practices, (select count(*) from practice_revisions)::int as revisions,
			(select count(*) from practice_rounds)::int as rounds, (select count(*) from practice_publications)::int as publications,
			(select count(*) from practice_asks)::int as asks, (select count(*) from adoptions)::int as adoptions,
			(select count(*) from adoption_steps)::int as steps, (select count(*) from adoption_log)::int as entries,
			(select count(*) from posts)::int as posts, (select count(*) from notifications)::int as told,
			(select count(*) from events where stream ~ '^(practice|adoption)')::int as events`;
	return row ?? {};
}

async function mailed(services: TestServices): Promise<void> {
	await deliveryOf(services).due();
	await queueEmails(services);
	services.clock.advance(600);
	await services.mail.sendDue();
}

async function sendAgain(services: TestServices, { by, name, input }: Sent, commandId: string): Promise<unknown> {
	return commandNamed(name)?.(services, by, { commandId, ...input });
}

test.for(Object.entries(writes))(
	'%s, the answer is lost, and it is sent again: the first answer comes, all of it is there once, and nobody is told twice',
	async ([, write], { services, ground, emails }) => {
		const sent = await write(services, ground);
		await mailed(services);
		const before = emails.length;
		const { commandId } = once();
		// Both are on their way at once, as after a break of the line.
		const [first, second] = await Promise.all([sendAgain(services, sent, commandId), sendAgain(services, sent, commandId)]);
		expect(second).toEqual(first);
		const after = await standing(services);
		await mailed(services);
		const [addresses, words] = [emails.slice(before).map(({ address }) => address), emails.length];
		expect(new Set(addresses).size).toBe(addresses.length);
		expect(await sendAgain(services, sent, commandId)).toEqual(first);
		await mailed(services);
		expect(await standing(services)).toEqual(after);
		expect(emails).toHaveLength(words);
		const other = { ...sent, by: ground.nuria };
		await expect(sendAgain(services, other, commandId)).rejects.toMatchObject({ reason: 'command_reused' });
	}
);

test.for(Object.entries(writes))(
	'%s, the database goes away in between: nothing of it is there, and sent again all of it is',
	async ([, write], { services, ground }) => {
		const sent = await write(services, ground);
		const before = await standing(services);
		const { commandId } = once();
		// The last of the write waits, so that the rest of it stands there uncommitted when the line is cut.
		const hold = await holding(services);
		const cut = sendAgain(services, sent, commandId);
		const outcome = Promise.allSettled([cut]);
		await hold.cutWhoWaits(outcome);
		expect(await outcome).toMatchObject([{ status: 'rejected' }]);
		await hold.release();
		expect(await standing(services)).toEqual(before);
		const answer = await sendAgain(services, sent, commandId);
		expect(await standing(services)).not.toEqual(before);
		expect(await sendAgain(services, sent, commandId)).toEqual(answer);
	}
);

test('of two leads who decide at once over their lines one decides, the other is told, and the city hears of it once', async ({
	services,
	ground
}) => {
	const { marek, ines, network } = ground;
	const kalina = await network.person('Kalina', { role: 'lead', city: null });
	const live = await liveOn(services);
	const lines = await Promise.all([live.line(marek), live.line(kalina)]);
	const id = await submitted(services, ground);
	const input = { id, round: 1 };
	const approve = { name: 'approvePractice', input };
	const answers = await Promise.all(lines.map((line) => ask(line, 'command', { ...approve, input: { ...once(), ...input } })));
	expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(1);
	expect(answers.find((answer) => 'refused' in answer)).toMatchObject({ refused: { code: 'conflict', reason: 'practice_state' } });
	expect(await services.sql`select from practice_publications where practice_id = ${id}`).toHaveLength(1);
	expect(await services.sql`select from notifications where person_id = ${ines.id} and kind = 'decision'`).toHaveLength(1);
	await live.close();
});

test('what an officer sends who was suspended, or works for another city by then, is refused, and nothing of it is kept', async ({
	services,
	ground
}) => {
	const { ines, rui, marek } = ground;
	const live = await liveOn(services);
	const id = await leaveDraft(services, ground);
	const save = { name: 'savePractice', input: { ...once(), id, base: 1, values: { place: 'Praça' } } };
	// Their lines end at once (see realtime/access); this is what comes over the next one.
	await services.sql`update memberships set partner_id = (select id from partners where code = 'gr') where person_id = ${ines.id}`;
	expect(await ask(await live.line(ines), 'command', save)).toEqual({ refused: { code: 'not_found' } });
	const cookie = await cookieOf(services, rui);
	await suspendPerson(services, marek, { ...once(), id: rui.id, reason: 'As agreed' });
	await expect(live.lineWith(cookie)).rejects.toThrow('signed_out');
	await expect(savePractice(services, { ...rui, suspended: true }, save.input)).rejects.toMatchObject({ code: 'not_found' });
	expect(await services.sql`select from practice_revisions where practice_id = ${id}`).toHaveLength(1);
	expect(await services.sql`select from commands where id = ${save.input.commandId}`).toHaveLength(0);
	await live.close();
});
