import { randomInt, randomUUID } from 'node:crypto';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import type { Socket } from 'socket.io-client';
import { columns, lines, type Column, type Line } from '../policy-matrix.ts';
import { administrator, invitePerson } from '#lib/server/people/invite.ts';
import { actorOf, who } from '../support/actors.ts';
import { groundOf, leaveElsewhere, leaveMember, leavePost, settle, suspend, type Ground } from '../support/ground.ts';
import { saying } from '../support/saying.ts';
import { lineTo, signedOut } from '../support/line.ts';
import { demoPassword } from '../support/seat.ts';
import { expect, test } from '../support/stage.ts';

/** What a transport answers: done, 403, 404, or the way to the door for those who are not signed in. */
type Outcome = 'done' | 'forbidden' | 'not found' | 'door';

/** Two hundred posts and more are left here: a meeting of its own. */
const slug = 'torun-2016';
const emails: Record<Exclude<Column, 'V'>, string> = {
	S: 'suspended@daugavpils.example',
	F: 'foreign@elsewhere.example',
	R: who.reader,
	L: who.local,
	O: who.officer,
	X: who.expert,
	C: who.coordinator,
	M: who.lead
};

interface Visitor {
	email: string;
	http: APIRequestContext;
	socket: Socket | null;
}

/**
 * What is refused is 403 where one may know of it, and 404 where not. The page of invitations is closed to those who make
 * none, that of moderation to all but leads; who is suspended is there for leads alone.
 */
function expected(column: Column, { question, state }: Line, may: boolean): Outcome {
	if (may) return 'done';
	// Files are sent by the script of a page, which no way to the door would help.
	if (question === 'file.add') return 'forbidden';
	if (column === 'V' || column === 'S') return 'door';
	if (question === 'invitation.withdraw' && column === 'C') return 'not found';
	if (question === 'inbox.read') return 'not found';
	if (question === 'moderation.read' || state === 'oneself') return 'forbidden';
	if (/^person\.(suspend|readmit)$/.test(question) && state.includes('suspended')) return column === 'M' ? 'forbidden' : 'not found';
	if (question === 'person.invite' || question.startsWith('invitation.')) return 'forbidden';
	return column === 'F' ? 'not found' : 'forbidden';
}

function outcomeOf(answer: APIResponse): Outcome | number {
	const status = answer.status();
	if (status === 403) return 'forbidden';
	if (status === 404) return 'not found';
	if (status === 303) return answer.headers().location?.startsWith('/signin') ? 'door' : 'done';
	return status === 200 || status === 201 ? 'done' : status;
}

async function ask(socket: Socket | null, name: string, input: unknown): Promise<Outcome | string> {
	if (!socket) return 'door';
	const answer = await socket.timeout(10_000).emitWithAck(name, input);
	if ('ok' in answer) return 'done';
	const code: string = answer.refused.code;
	return code === 'not_found' ? 'not found' : code;
}

interface Asked {
	ground: Ground;
	visitors: Map<Column, Visitor>;
	visitor: Visitor;
	/** The state, in the words of the table. */
	state: string;
}

async function postFor({ ground, visitor: { email }, state }: Asked) {
	const another = email === who.host ? who.lead : who.host;
	return leavePost(
		ground.services,
		slug,
		state.startsWith('own') ? email : another,
		(['deleted', 'hidden'] as const).find((end) => state.endsWith(end)) ?? 'posted'
	);
}

async function memberFor({ ground: { services }, visitor: { email }, state }: Asked): Promise<{ id: string }> {
	if (state === 'oneself') return actorOf(services, email);
	const role = (['expert', 'lead'] as const).find((one) => state.startsWith(one)) ?? 'officer';
	return leaveMember(services, { role, suspended: state.includes('suspended'), elsewhere: state.endsWith('of two networks') });
}

/** The fields of an invitation as the table names it. */
function invitation(state: string) {
	const [role = ''] = state.split(',');
	const city = state.includes('own city') ? 'da' : state.includes('other city') ? 'co' : '';
	const id = randomUUID();
	return {
		commandId: id,
		name: 'Somebody New',
		email: `${id}@somewhere.example`,
		as: role === 'expert' ? 'expert adhoc' : role,
		city,
		locale: 'en'
	};
}

/** At the terminal, because one person may not invite as many as the table needs. */
async function invited({ ground: { services } }: Asked, state: string) {
	const { as, ...fields } = invitation(state);
	const [role, expertKind] = as.split(' ');
	const [row] = await services.sql<{ network: string }[]>`select network_id as network from meetings where slug = ${slug}`;
	await invitePerson(services, administrator, row?.network ?? '', { ...fields, role, expertKind });
	return fields;
}

const get = ({ visitor: { http } }: Asked, path: string) => http.get(path, { maxRedirects: 0 }).then(outcomeOf);
const post = ({ visitor: { http } }: Asked, path: string, form: Record<string, string>) =>
	http.post(path, { form, maxRedirects: 0 }).then(outcomeOf);

/** How each question is put to the server, by pages and forms. */
const byForm: Record<string, (asked: Asked) => Promise<Outcome | number>> = {
	'network.read': (asked) => get(asked, '/network/daugavpils'),
	'meeting.read': (asked) => get(asked, `/meetings/${slug}`),
	'meeting.post': (asked) => post(asked, `/meetings/${slug}?/post`, { commandId: randomUUID(), text: 'By form', lang: 'en' }),
	'file.add': async ({ ground: { services }, visitor: { http } }) => {
		const [row] = await services.sql<{ network: string }[]>`select network_id as network from meetings where slug = ${slug}`;
		const base64 = (text: string) => Buffer.from(text).toString('base64');
		const said = `filename ${base64('table.txt')},network ${base64(row?.network ?? '')}`;
		const begun = await http.post('/uploads', { headers: { 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-metadata': said } });
		const asked = await http.get(`/uploads?network=${row?.network}`);
		expect(outcomeOf(asked), 'how much may come is told to the same').toBe(outcomeOf(begun));
		if (begun.status() === 201) await http.delete(String(begun.headers().location), { headers: { 'tus-resumable': '1.0.0' } });
		return outcomeOf(begun);
	},
	'post.edit': async (asked) => {
		const { seq } = await postFor(asked);
		return post(asked, `/meetings/${slug}/p/${seq}/edit`, { commandId: randomUUID(), revision: '1', text: 'Changed', lang: 'en' });
	},
	'post.delete': async (asked) => {
		const { seq } = await postFor(asked);
		return post(asked, `/meetings/${slug}/p/${seq}/delete`, { commandId: randomUUID() });
	},
	'post.hide': async (asked) => {
		const { seq } = await postFor(asked);
		return post(asked, `/meetings/${slug}/p/${seq}/hide`, { commandId: randomUUID(), reason: 'For the table' });
	},
	'post.restore': async (asked) => {
		const { seq } = await postFor(asked);
		return post(asked, `/meetings/${slug}/p/${seq}/restore`, { commandId: randomUUID() });
	},
	'moderation.read': (asked) => get(asked, '/network/moderation'),
	'person.suspend': async (asked) => {
		const { id } = await memberFor(asked);
		return post(asked, `/network/people/${id}/suspend`, { commandId: randomUUID(), reason: 'For the table' });
	},
	'person.readmit': async (asked) => {
		const { id } = await memberFor(asked);
		return post(asked, `/network/people/${id}/readmit`, { commandId: randomUUID() });
	},
	'person.reach': async (asked) => {
		const { services } = asked.ground;
		const isOwn = asked.state.startsWith('own');
		const { id } = isOwn ? await actorOf(services, asked.visitor.email) : await memberFor(asked);
		const telephone = `+371 ${String(randomInt(10_000_000)).padStart(8, '0')}`;
		const seenBy = asked.state.split(' ').at(-1) ?? '';
		await services.sql`update people set telephone = ${telephone}, telephone_seen_by = ${seenBy} where id = ${id}`;
		const answer = await asked.visitor.http.get(`/network/people/${id}`, { maxRedirects: 0 });
		if (answer.status() !== 200) return outcomeOf(answer);
		return (await answer.text()).includes(telephone) ? 'done' : 'forbidden';
	},
	'person.invite': (asked) => post(asked, '/network/invite?/invite', invitation(asked.state)),
	'invitation.withdraw': async (asked) => {
		const { commandId } = await invited(asked, asked.state);
		return post(asked, '/network/invite?/withdraw', { id: commandId });
	},
	'invitation.list': async (asked) => {
		const role = asked.state === 'of no city' ? 'expert' : 'officer';
		const { email } = await invited(asked, `${role}, ${asked.state}`);
		const answer = await asked.visitor.http.get('/network/invite', { maxRedirects: 0 });
		if (answer.status() !== 200) return outcomeOf(answer);
		return (await answer.text()).includes(email) ? 'done' : 'forbidden';
	}
};

/** And over the socket. */
const bySocket: Record<string, (asked: Asked) => Promise<Outcome | string>> = {
	'meeting.read': async ({ ground: { services }, visitor: { socket } }) => {
		const [row] = await services.sql<{ stream: string }[]>`select stream from meetings where slug = ${slug}`;
		return ask(socket, 'follow', { stream: row?.stream, seq: 0 });
	},
	'meeting.post': ({ visitor: { socket } }) =>
		ask(socket, 'command', { name: 'postMessage', input: { commandId: randomUUID(), slug, doc: saying('By socket'), lang: 'en' } }),
	'inbox.read': async ({ ground: { services }, visitor: { socket, email }, state }) => {
		const { id } = await actorOf(services, state === 'own' ? email : email === who.host ? who.lead : who.host);
		return ask(socket, 'follow', { stream: `user:${id}`, seq: 0 });
	},
	'post.edit': async (asked) => {
		const { id } = await postFor(asked);
		const input = { commandId: randomUUID(), id, revision: 1, doc: saying('Changed'), lang: 'en' };
		return ask(asked.visitor.socket, 'command', { name: 'editPost', input });
	},
	'post.delete': async (asked) => {
		const { id } = await postFor(asked);
		return ask(asked.visitor.socket, 'command', { name: 'deletePost', input: { commandId: randomUUID(), id } });
	},
	'post.react': async (asked) => {
		const { id } = await postFor(asked);
		return ask(asked.visitor.socket, 'command', { name: 'react', input: { commandId: randomUUID(), id, kind: 'agree', on: true } });
	},
	'post.hide': async (asked) => {
		const { id } = await postFor(asked);
		return ask(asked.visitor.socket, 'command', { name: 'hidePost', input: { commandId: randomUUID(), id, reason: 'For the table' } });
	},
	'post.restore': async (asked) => {
		const { id } = await postFor(asked);
		return ask(asked.visitor.socket, 'command', { name: 'restorePost', input: { commandId: randomUUID(), id } });
	}
};

test('forms and sockets answer as the table of the policy says', async ({ server, playwright }) => {
	test.setTimeout(120_000);
	const ground = await groundOf(server);
	await settle(ground.services, emails.S, {});
	await settle(ground.services, emails.F, { elsewhere: true });

	const visitors = new Map<Column, Visitor>();
	for (const column of columns) {
		const http = await playwright.request.newContext({
			baseURL: server.url,
			extraHTTPHeaders: { origin: server.url, accept: 'text/html' }
		});
		const email = column === 'V' ? who.local : emails[column];
		if (column !== 'V') {
			const answer = await http.post('/signin?/password', { form: { email, password: demoPassword }, maxRedirects: 0 });
			expect(answer.status(), email).toBe(303);
		}
		if (column === 'S') await suspend(ground.services, email);
		const { cookies } = await http.storageState();
		const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
		const socket = column === 'V' || column === 'S' ? null : await lineTo(server.url, { cookie });
		if (!socket) expect(await signedOut(server.url, { cookie })).toBe(true);
		visitors.set(column, { email, http, socket });
	}

	for (const [transport, ways] of Object.entries({ form: byForm, socket: bySocket })) {
		for (const line of lines()) {
			const { question, state, may } = line;
			const way = ways[question];
			if (!way) continue;
			const answers: Partial<Record<Column, unknown>> = {};
			for (const [column, visitor] of visitors) answers[column] = await way({ ground, visitors, visitor, state });
			const wanted = Object.fromEntries(columns.map((column) => [column, expected(column, line, may[column])]));
			expect.soft(answers, `${transport}: ${question} ${state}`).toEqual(wanted);
		}
	}
	for (const { http, socket } of visitors.values()) {
		socket?.disconnect();
		await http.dispose();
	}
	await leaveElsewhere(ground.services);
	await ground.close();
});
