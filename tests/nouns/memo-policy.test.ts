import type { Socket } from 'socket.io-client';
import type { Actor } from '#lib/model/access/actor.ts';
import { cityGroup, personGroup } from '#lib/model/access/groups.ts';
import { can, type Question, type Subjects } from '#lib/model/policy.ts';
import { commandNamed } from '#lib/server/commands/socket-commands.ts';
import { DomainError } from '#lib/server/platform/errors.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { columns, lines, type Column, type Line } from '../policy-matrix.ts';
import type { TestServices } from '../support/database.ts';
import { ask, type LiveServer } from '../support/live.ts';
import { saying } from '../support/saying.ts';
import { leaveMemo, memoPeople, type LeftMemo, type MemoPerson } from './leave-memo.ts';
import { memoMatrix } from './memo-matrix.ts';
import { expect, once, test } from './memo-ground.ts';
import { memosNoun } from './memos/model/noun.ts';
import { findMemo } from './memos/server/queries.ts';
import { memos } from './memos/server/table.ts';
import { visibleMemos } from './memos/server/visible.ts';

const table = lines(memoMatrix);

/** The memo as the table names it, for the one who asks. */
function memoFor({ state }: Pick<Line, 'state'>, network: string, { id }: MemoPerson): Omit<LeftMemo, 'id' | 'stream' | 'post'> {
	const groups = {
		city: [cityGroup(network, 'co')],
		another: [cityGroup(network, 'da')],
		name: [cityGroup(network, 'da'), personGroup(id)],
		nobody: []
	};
	const [last = ''] = state.split(' ').slice(-1);
	const audience = state.endsWith('another city') ? groups.another : groups[last as keyof typeof groups];
	return { network, audience, author: state.startsWith('own') ? id : null };
}

function askedAbout({ network, audience, author }: LeftMemo, state: string) {
	const subject = { kind: 'memo', network, audience };
	const of: { [Q in Question]?: Subjects[Q] } = {
		'memo.write': { network, city: state === 'own city' ? 'co' : 'da' },
		'memo.change': { subject, authorId: author ?? 'another' },
		'thread.read': { subject },
		'thread.speak': { subject },
		'thread.react': { subject },
		'thread.moderate': { subject },
		'post.react': { subject, authorId: 'another', state: 'posted' }
	};
	return of;
}

/** What is sent, by a form or over a socket, to do what a question is asked about; null where it is asked to read. */
const commandFor: Partial<Record<Question, (memo: LeftMemo, state: string) => { name: string; input: unknown } | null>> = {
	'thread.read': () => null,
	'memo.write': ({ network }, state) => ({
		name: 'writeMemo',
		input: { ...once(), network, city: state === 'own city' ? 'co' : 'da', title: 'Figs' }
	}),
	'memo.change': ({ id }) => ({ name: 'renameMemo', input: { ...once(), id, title: 'Pears' } }),
	'thread.speak': ({ stream }) => ({ name: 'postMessage', input: { ...once(), stream, doc: saying('Here'), lang: 'en' } }),
	'thread.react': ({ stream }) => ({ name: 'reactToSubject', input: { ...once(), stream, kind: 'thanks', on: true } }),
	'thread.moderate': ({ post }) => ({ name: 'hidePost', input: { ...once(), id: post, reason: 'For the table' } }),
	'post.react': ({ post }) => ({ name: 'react', input: { ...once(), id: post, kind: 'agree', on: true } })
};

function sentFor(question: Question, memo: LeftMemo, state: string) {
	const sends = commandFor[question];
	if (!sends) throw new Error(`Say how ${question} comes to the server`);
	return sends(memo, state);
}

/** By the functions that pages call. */
async function byForm(services: TestServices, actor: Actor, { question, state }: Line, memo: LeftMemo): Promise<string> {
	const sent = sentFor(question, memo, state);
	try {
		if (sent) await commandNamed(sent.name)?.(services, actor, sent.input);
		else
			await Promise.all([
				findMemo(services.db, actor, memo.id),
				openThread(services.db, actor, { ...memo, locale: 'en', window: {} })
			]);
		return 'done';
	} catch (refused) {
		if (refused instanceof DomainError) return refused.code;
		throw refused;
	}
}

async function bySocket(line: Socket | null, { question, state }: Line, memo: LeftMemo): Promise<string> {
	if (!line) return 'door';
	const sent = sentFor(question, memo, state);
	const answer = await (sent ? ask(line, 'command', sent) : ask(line, 'follow', { stream: memo.stream, seq: 0 }));
	return 'ok' in answer ? 'done' : answer.refused.code;
}

/** Who is suspended has no line, nor has who is not signed in. */
async function lineOf(live: LiveServer, { actor, id }: MemoPerson): Promise<Socket | null> {
	if (actor.kind === 'visitor') return null;
	return live.line({ ...actor, id }).catch(() => null);
}

test(
	'rules, forms and sockets answer as the table says; what may not be known of is not found',
	{ timeout: 120_000 },
	async ({ services, live, ground: { network } }) => {
		const people = await memoPeople(services, network);
		const sockets = new Map<Column, Socket | null>();
		for (const column of columns) sockets.set(column, await lineOf(live, people[column]));
		expect(columns.filter((column) => sockets.get(column) === null)).toEqual(['V', 'S']);
		for (const line of table) {
			const { question, state, may } = line;
			const answers = { rules: {}, form: {}, socket: {} } as Record<string, Partial<Record<Column, unknown>>>;
			const wanted = structuredClone(answers);
			for (const column of columns) {
				const person = people[column];
				const left = () => leaveMemo(services, memoFor(line, network.id, person));
				const memo = await left();
				const asked = askedAbout(memo, state);
				const subject = asked[question];
				if (!subject || !asked['thread.read']) throw new Error(`Say what ${question} is asked about`);
				Object.assign(answers.rules ?? {}, { [column]: can(person.actor, question, subject) });
				Object.assign(answers.form ?? {}, { [column]: await byForm(services, person.actor, line, memo) });
				Object.assign(answers.socket ?? {}, { [column]: await bySocket(sockets.get(column) ?? null, line, await left()) });

				const mayKnow = question === 'memo.write' || can(person.actor, 'thread.read', asked['thread.read']);
				const refused = mayKnow ? 'forbidden' : 'not_found';
				Object.assign(wanted.rules ?? {}, { [column]: may[column] });
				Object.assign(wanted.form ?? {}, { [column]: may[column] ? 'done' : refused });
				Object.assign(wanted.socket ?? {}, { [column]: may[column] ? 'done' : sockets.get(column) ? refused : 'door' });
			}
			expect.soft(answers, `${question} ${state}`).toEqual(wanted);
		}
	}
);

test('the memos that the database gives somebody are those whose thread the rules let them read', async ({
	services,
	ground: { network }
}) => {
	const people = await memoPeople(services, network);
	const states = table.filter(({ question }) => question === 'thread.read');
	const left: LeftMemo[] = [];
	for (const person of Object.values(people)) {
		for (const line of states) left.push(await leaveMemo(services, memoFor(line, network.id, person)));
	}
	let readable = 0;
	for (const [column, { actor }] of Object.entries(people)) {
		const may = left.filter(({ audience }) => can(actor, 'thread.read', { subject: { kind: 'memo', network: network.id, audience } }));
		const given = await services.db.select({ id: memos.id }).from(memos).where(visibleMemos(actor));
		const ofTheTable = given.map(({ id }) => id).filter((id) => left.some((memo) => memo.id === id));
		expect(new Set(ofTheTable), column).toEqual(new Set(may.map(({ id }) => id)));
		readable += may.length;
	}
	expect(readable).toBeGreaterThan(states.length);
	expect(readable).toBeLessThan(left.length * columns.length);
});

test('every question of a memo stands in the table', () => {
	const asked = new Set<string>(table.map(({ question }) => question));
	for (const question of Object.keys(memosNoun.policy ?? {})) expect(asked).toContain(question);
	for (const question of ['thread.read', 'thread.speak', 'thread.react', 'thread.moderate', 'post.react'])
		expect(asked).toContain(question);
});
