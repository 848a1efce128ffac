import type { Socket } from 'socket.io-client';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import type { CommandName } from '#lib/model/commands.ts';
import type { PracticeCommands } from '#lib/model/practices/commands.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { archivePractice } from '#lib/server/practices/archive.ts';
import { practicesServer } from '#lib/server/practices/noun.ts';
import { requestChanges, submitPractice } from '#lib/server/practices/rounds.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { setServices } from '#lib/server/services.ts';
import { practiceCommands, type PracticeColumn } from '../../practice-matrix.ts';
import { answerTo, askedWith, type Answered, type Sent } from '../../support/sent-form.ts';
import { liveOn } from '../../support/live.ts';
import { answerOverLine } from '../../support/over-line.ts';
import { marked } from '../../support/marked.ts';
import { practicePeople } from '../../support/practice-people.ts';
import { expect, leaveDraft, leavePublished, little, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';
import { actions as onEntry } from '../../../src/routes/practices/[slug]/+page.server.ts';
import { actions as onDraft } from '../../../src/routes/practices/[slug]/draft/+page.server.ts';
import { actions as onHistory } from '../../../src/routes/practices/[slug]/history/+page.server.ts';
import { actions as onForm } from '../../../src/routes/practices/[slug]/edit/+page.server.ts';
import { actions as onNew } from '../../../src/routes/practices/new/+page.server.ts';

interface Left {
	id: string;
	slug: string;
	/** The newest revision of its draft. */
	n: number;
}

/** How an entry comes to a state. */
const states: Record<string, (services: TestServices, ground: PracticeGround) => Promise<string>> = {
	draft: leaveDraft,
	story: (services, ground) => leaveDraft(services, ground, little(), 'story'),
	async submitted(services, ground) {
		const id = await leaveDraft(services, ground);
		await submitPractice(services, ground.ines, { ...once(), id, n: 1 });
		return id;
	},
	async changes(services, ground) {
		const id = await states.submitted!(services, ground);
		const reasons = [{ field: null, text: 'More, please.' }];
		await requestChanges(services, ground.marek, { ...once(), id, round: 1, reasons });
		return id;
	},
	async published(services, ground) {
		const id = await leavePublished(services, ground);
		await savePractice(services, ground.ines, { ...once(), id, base: 1, values: { place: 'Praça' } });
		return id;
	},
	async archived(services, ground) {
		const id = await states.published!(services, ground);
		await archivePractice(services, ground.ines, { ...once(), id });
		return id;
	},
	async 'set aside'(services, ground) {
		const id = await leaveDraft(services, ground);
		await archivePractice(services, ground.ines, { ...once(), id });
		return id;
	}
};

async function leave(services: TestServices, ground: PracticeGround, state: string): Promise<Left> {
	const made = states[state] ?? states.draft!;
	const id = await made(services, ground);
	const [row] = await services.sql<{ at: string; n: number }[]>`
		select slug || '-' || short_id as at, draft_n as n from practices where id = ${id}`;
	return { id, slug: row?.at ?? '', n: row?.n ?? 0 };
}

interface Way {
	/** Over a socket. */
	input(left: Left, network: string, state: string): unknown;
	/** By form: which action of which page. */
	action: unknown;
	path(left: Left): string;
	fields(left: Left, state: string): Record<string, string> | [string, string][];
	search?: string;
	/** Whether it can be done to the same entry again and again. */
	again?: true;
}

const draftPage = ({ slug }: Left) => `/practices/${slug}/draft`;
const entryPage = ({ slug }: Left) => `/practices/${slug}`;
const form = ({ slug }: Left) => `/practices/${slug}/edit`;
const cityIn = (state: string) => ({ 'for Coimbra': 'co', 'for Granada': 'gr' })[state] ?? 'zz';
const reasons = [{ field: null, text: 'More, please.' }];

/** An act of the draft's page of which the form says no more than the command. */
function plainly(action: unknown, said: (left: Left) => Record<string, string | number> = () => ({})): Way {
	return {
		input: (left) => ({ id: left.id, ...said(left) }),
		action,
		path: draftPage,
		fields: (left) => Object.fromEntries(Object.entries(said(left)).map(([name, value]) => [name, String(value)]))
	};
}

const ways: Record<keyof PracticeCommands, Way> = {
	beginPractice: {
		input: (_, network, state) => ({ network, city: cityIn(state), form: 'entry', values: little() }),
		action: onNew.default,
		path: () => '/practices/new',
		search: '?form=entry',
		fields: (_, state) => [
			...['title', 'pitch', 'summary'].flatMap((name): [string, string][] => [
				['has', name],
				[name, 'Quinces']
			]),
			['city', cityIn(state)]
		],
		again: true
	},
	savePractice: {
		input: ({ id, n }) => ({ id, base: n, values: { place: 'Praça Velha' } }),
		action: onForm.default,
		path: form,
		fields: ({ n }) => ({ base: String(n), has: 'place', place: 'Praça Nova' }),
		again: true
	},
	takeBackWords: {
		input: ({ id }) => ({ id, n: 1 }),
		action: onHistory.takeBack,
		path: ({ slug }) => `/practices/${slug}/history`,
		fields: () => ({ n: '1' }),
		again: true
	},
	settleClash: {
		input: ({ id }) => ({ id, field: 'pitch', keep: 'mine' }),
		action: onForm.default,
		path: form,
		fields: ({ n }) => ({ base: String(n), press: 'settle pitch mine' })
	},
	submitPractice: plainly(onDraft.submit, ({ n }) => ({ n })),
	withdrawPractice: plainly(onDraft.withdraw),
	requestChanges: {
		input: ({ id }) => ({ id, round: 1, reasons }),
		action: onDraft.return,
		path: draftPage,
		fields: () => ({ round: '1', 'reason-pitch': 'More, please.' })
	},
	approvePractice: plainly(onDraft.approve, () => ({ round: 1 })),
	publishChanges: plainly(onDraft.publish, ({ n }) => ({ n })),
	archivePractice: plainly(onDraft.archive),
	reopenPractice: plainly(onDraft.reopen),
	growPractice: plainly(onDraft.grow),
	askForField: { ...plainly(onEntry.ask, () => ({ field: 'cost' })), path: entryPage, again: true },
	bookmarkPractice: {
		input: ({ id }) => ({ id, on: true }),
		action: onEntry.bookmark,
		path: entryPage,
		fields: () => ({ on: 'true' }),
		again: true
	}
};

const table = marked<PracticeColumn>(practiceCommands);

/** Both wrote something else in the same place, so that there is something to settle. */
async function disagree(services: TestServices, { ines, rui }: PracticeGround, person: Person, { id, n }: Left) {
	const other = person.id === rui.id ? ines : rui;
	await savePractice(services, other, { ...once(), id, base: n, values: { pitch: 'Written by somebody' } });
	await savePractice(services, person, { ...once(), id, base: n, values: { pitch: 'Said by another' } });
}

async function byForm(way: Way, actor: Actor, left: Left, state: string): Promise<Answered> {
	const fields = way.fields(left, state);
	const said = [['commandId', once().commandId], ...(Array.isArray(fields) ? fields : Object.entries(fields))] as [string, string][];
	const sent: Sent = { params: { slug: left.slug }, search: way.search ?? '', fields: said };
	return answerTo(way.action, askedWith(actor, way.path(left), sent));
}

/** All that was written so far. */
async function written({ sql }: TestServices): Promise<unknown> {
	return [
		...(await sql`select (select count(*) from events where stream like 'practice%') as events, (select count(*) from practice_revisions) as revisions,
			(select count(*) from practice_rounds) as rounds, (select count(*) from notifications) as told,
			(select count(*) from practice_bookmarks) as kept, (select count(*) from commands) as commands`)
	];
}

test(
	'forms and sockets answer as the table of practices says, and what is refused writes nothing',
	{ timeout: 60_000 },
	async ({ services, ground }) => {
		services.config = parseConfig({ DEMO: 'off', LIMITS: '100' });
		setServices(services);
		const { columns, atTheDoor } = await practicePeople(services, ground);
		const people = Object.entries(columns) as [PracticeColumn, Person][];
		const live = await liveOn(services);
		const lines = new Map<PracticeColumn, Socket>();
		for (const [column, person] of people) lines.set(column, await live.line(person));
		for (const actor of atTheDoor) if (actor.kind === 'person') await expect(live.line(actor)).rejects.toThrow('signed_out');

		for (const { what, state, marks } of table) {
			const way = ways[what as keyof PracticeCommands];
			const shared = await leave(services, ground, state);
			for (const actor of atTheDoor) expect(await byForm(way, actor, shared, state), what).toBe('d');
			const answers = { form: {}, socket: {} } as Record<'form' | 'socket', Partial<Record<PracticeColumn, Answered>>>;
			// Who is refused comes first: they all meet the same entry, which stays as it is.
			const before = await written(services);
			const [done, refused] = [
				people.filter(([column]) => marks[column] === '+'),
				people.filter(([column]) => marks[column] !== '+')
			];
			for (const [column, person] of [...refused, ...done]) {
				if (column === done[0]?.[0]) expect.soft(await written(services), `${what} ${state}`).toEqual(before);
				const own = async () => {
					if (marks[column] !== '+' || way.again) return shared;
					const left = await leave(services, ground, state);
					if (what === 'settleClash') await disagree(services, ground, person, left);
					return left;
				};
				const [left, line] = [await own(), lines.get(column)];
				if (!line) throw new Error(`No line for ${column}`);
				answers.socket[column] = await answerOverLine(line, what as CommandName, way.input(left, ground.network.id, state));
				// The form begins in one's own network, whichever that is.
				answers.form[column] = what === 'beginPractice' && column === 'F' ? '-' : await byForm(way, person, await own(), state);
			}
			if (done.length === 0) expect.soft(await written(services), `${what} ${state}`).toEqual(before);
			expect.soft(answers, `${what} ${state}`).toEqual({ form: marks, socket: marks });
		}
		await live.close();
	}
);

test('every command of practices stands in the table', () => {
	const commands = practicesServer.commands;
	expect(new Set(table.map(({ what }) => what))).toEqual(new Set(Object.keys(commands ?? {})));
});
