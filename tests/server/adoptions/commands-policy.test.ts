import type { Socket } from 'socket.io-client';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import type { AdoptionCommands } from '#lib/model/adoptions/commands.ts';
import type { CommandName } from '#lib/model/commands.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { askOwner } from '#lib/server/adoptions/ask-owner.ts';
import { hideLogEntry } from '#lib/server/adoptions/hide-log.ts';
import { addLogEntry } from '#lib/server/adoptions/log.ts';
import { adoptionsServer } from '#lib/server/adoptions/noun.ts';
import { markInterest, stopAdoption } from '#lib/server/adoptions/steps.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { archivePractice } from '#lib/server/practices/archive.ts';
import { setServices } from '#lib/server/services.ts';
import { adoptionCommands, type AdoptionColumn } from '../../adoption-matrix.ts';
import { expect, leaveInParts, once, parts, publishAgain, test, type PracticeGround, type TestServices } from '../../support/adoptions.ts';
import { liveOn } from '../../support/live.ts';
import { marked } from '../../support/marked.ts';
import { answerOverLine } from '../../support/over-line.ts';
import { leaveDraft } from '../../support/practices.ts';
import { adoptionPeople } from '../../support/practice-people.ts';
import { answerTo, askedWith, type Answered } from '../../support/sent-form.ts';
import { actions as onEntry } from '../../../src/routes/practices/[slug]/+page.server.ts';
import { actions as onPair } from '../../../src/routes/practices/[slug]/adoptions/[city]/+page.server.ts';
import { actions as onLog } from '../../../src/routes/practices/[slug]/adoptions/[city]/log/[entry]/+page.server.ts';

interface Left {
	/** Of the entry. */
	practice: string;
	slug: string;
	/** Of the pair, where there is one. */
	id: string;
	/** Of the log. */
	entry: string;
}

const doc = fromMarkdown('What does a stall cost?');
type Made = Partial<Left> & { practice: string };

/** How an entry, and what Daugavpils does with it, come to a state. */
const states: Record<string, (services: TestServices, ground: PracticeGround) => Promise<Made>> = {
	draft: async (services, ground) => ({ practice: await leaveDraft(services, ground) }),
	offered: async (services, ground) => ({ practice: await leaveInParts(services, ground) }),
	async archived(services, ground) {
		const practice = await leaveInParts(services, ground);
		await archivePractice(services, ground.ines, { ...once(), id: practice });
		return { practice };
	},
	async asked(services, ground) {
		const practice = await leaveInParts(services, ground);
		return { practice, id: (await askOwner(services, ground.ilze, { ...once(), id: practice, city: 'da', doc, lang: 'en' })).id };
	},
	async adopted(services, ground) {
		const practice = await leaveInParts(services, ground);
		const { id } = await markInterest(services, ground.ilze, { ...once(), id: practice, city: 'da' });
		const said = { kind: 'lesson', doc: fromMarkdown('Bring change.'), lang: 'en' };
		return { practice, id, entry: (await addLogEntry(services, ground.ilze, { ...once(), id, ...said })).id };
	},
	async stopped(services, ground) {
		const made = await states.adopted!(services, ground);
		await stopAdoption(services, ground.ilze, { ...once(), id: made.id, reason: 'No square' });
		return made;
	},
	async 'taken back'(services, ground) {
		const made = await states.adopted!(services, ground);
		await archivePractice(services, ground.ines, { ...once(), id: made.practice });
		return made;
	},
	async hidden(services, ground) {
		const made = await states.adopted!(services, ground);
		await hideLogEntry(services, ground.marek, { ...once(), id: made.entry, reason: 'It names a child' });
		return made;
	},
	async revised(services, ground) {
		const made = await states.adopted!(services, ground);
		await publishAgain(services, ground, made.practice, 2);
		return made;
	}
};

async function leave(services: TestServices, ground: PracticeGround, state: string): Promise<Left> {
	const made = await states[state]!(services, ground);
	const [row] = await services.sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${made.practice}`;
	return { id: '', entry: '', slug: row?.at ?? '', ...made };
}

interface Way {
	/** Over a socket; `city` is the sender's own. */
	input(left: Left, city: string): unknown;
	/** By form. */
	action: unknown;
	fields: Record<string, string>;
	/** Whether it can be done to the same again and again. */
	again?: true;
}

/** A form that says no more than the command, on the page of the pair. */
const plainly = (action: unknown, said: Record<string, string> = {}, again?: true): Way => ({
	input: ({ id }) => ({ id, ...said }),
	action,
	fields: said,
	...(again && { again })
});
const ofEntry = (action: unknown, said: Record<string, string> = {}): Way => ({
	input: ({ entry }) => ({ id: entry, ...said }),
	action,
	fields: said
});
const words = { kind: 'news', lang: 'en' };

const ways: Record<keyof AdoptionCommands, Way> = {
	markInterest: { input: ({ practice: id }, city) => ({ id, city }), action: onEntry.adopt, fields: {} },
	askOwner: {
		input: ({ practice: id }, city) => ({ id, city, doc, lang: 'en' }),
		action: onEntry.askOwner,
		fields: { text: 'What does a stall cost?', lang: 'en' }
	},
	moveAdoption: plainly(onPair.move, { stage: 'adapt', note: '' }, true),
	stopAdoption: plainly(onPair.stop, { reason: 'No square' }),
	chooseModule: plainly(onPair.choose, { module: parts.core, choice: 'kept', note: '' }, true),
	setNextStep: {
		input: ({ id }) => ({ id, next: { text: 'A visit', day: null } }),
		action: onPair.plan,
		fields: { next: 'A visit' },
		again: true
	},
	joinAdoption: plainly(onPair.join, {}, true),
	leaveAdoption: plainly(onPair.leave, {}, true),
	addLogEntry: { ...plainly(onPair.log, {}, true), input: ({ id }) => ({ id, doc, ...words }), fields: { text: 'A stall.', ...words } },
	editLogEntry: { input: ({ entry: id }) => ({ id, doc, ...words }), action: onLog.edit, fields: { text: 'A stall.', ...words } },
	removeLogEntry: ofEntry(onLog.remove),
	hideLogEntry: ofEntry(onLog.hide, { reason: 'It names a child' }),
	restoreLogEntry: ofEntry(onLog.restore),
	answerPublication: {
		input: ({ id }) => ({ id, publication: 2, answer: 'follow' }),
		action: onPair.answer,
		fields: { publication: '2', answer: 'follow' },
		again: true
	}
};

const table = marked<AdoptionColumn>(adoptionCommands);

function byForm({ action, fields }: Way, actor: Actor, { slug, entry }: Left): Promise<Answered> {
	const sent = { params: { slug, city: 'da', entry }, fields: { ...once(), ...fields } };
	return answerTo(action, askedWith(actor, `/practices/${slug}/adoptions/da`, sent));
}

/** All that was written so far. */
async function written({ sql }: TestServices): Promise<unknown> {
	return [
		...(await sql`select (select count(*) from events where stream ~ '^(practice|adoption)') as events,
			(select count(*) from adoptions) as pairs, (select count(*) from adoption_steps) as steps,
			(select count(*) from adoption_log) as entries, (select count(*) from commands) as commands`)
	];
}

test(
	'forms and sockets answer as the table of adoptions says, and what is refused writes nothing',
	{ timeout: 120_000 },
	async ({ services, ground }) => {
		services.config = parseConfig({ DEMO: 'off', LIMITS: '100' });
		setServices(services);
		const { columns, atTheDoor } = await adoptionPeople(services, ground);
		const people = Object.entries(columns) as [AdoptionColumn, Person][];
		const live = await liveOn(services);
		const lines = new Map<AdoptionColumn, Socket>();
		for (const [column, person] of people) lines.set(column, await live.line(person));

		for (const { what, state, marks } of table) {
			const way = ways[what as keyof AdoptionCommands];
			const shared = await leave(services, ground, state);
			for (const actor of atTheDoor) expect(await byForm(way, actor, shared), what).toBe('d');
			const answers = { form: {}, socket: {} } as Record<'form' | 'socket', Partial<Record<AdoptionColumn, Answered>>>;
			// Who is refused comes first: they all meet the same, which stays as it is.
			const before = await written(services);
			const [done, refused] = [
				people.filter(([column]) => marks[column] === '+'),
				people.filter(([column]) => marks[column] !== '+')
			];
			for (const [column, person] of [...refused, ...done]) {
				if (column === done[0]?.[0]) expect.soft(await written(services), `${what} ${state}`).toEqual(before);
				const own = async () => (marks[column] !== '+' || way.again ? shared : leave(services, ground, state));
				const [left, line] = [await own(), lines.get(column)];
				if (!line) throw new Error(`No line for ${column}`);
				const city = person.memberships[0]?.city ?? 'zz';
				answers.socket[column] = await answerOverLine(line, what as CommandName, way.input(left, city));
				answers.form[column] = await byForm(way, person, await own());
			}
			if (done.length === 0) expect.soft(await written(services), `${what} ${state}`).toEqual(before);
			expect.soft(answers, `${what} ${state}`).toEqual({ form: marks, socket: marks });
		}
		await live.close();
	}
);

test('every command of adoptions stands in the table', () => {
	expect(new Set(table.map(({ what }) => what))).toEqual(new Set(Object.keys(adoptionsServer.commands ?? {})));
});
