import type { Socket } from 'socket.io-client';
import { expect } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { load as desk } from '../../src/routes/+page.server.ts';
import { GET as mentionList } from '../../src/routes/[...subject]/mentionable/+server.ts';
import { GET as post } from '../../src/routes/[...subject]/p/[seq]/+server.ts';
import { load as city } from '../../src/routes/network/[slug]/+page.server.ts';
import { load as card } from '../../src/routes/network/people/[id]/+page.server.ts';
import { GET as search } from '../../src/routes/search/+server.ts';
import { GET as suggestions } from '../../src/routes/search/offers/+server.ts';
import type { TestServices } from './database.ts';
import type { FileDesk } from './file-desk.ts';
import { ask, liveOn } from './live.ts';
import { marked } from './marked.ts';
import { once, type PracticeGround } from './practices.ts';
import { saying } from './saying.ts';
import { askedWith, told, type Sent } from './sent-form.ts';

/** Something with a thread of its own that not everybody may know of. */
export interface Secret {
	/** Address of the thread. */
	subject: string;
	stream: string;
	/** What is in it and nowhere else. */
	words: RegExp;
	/** A file that stands in it, where one does. */
	file?: string;
}

interface Said extends Secret {
	/** Place of what was said there, and who said it: nobody of the table. */
	seq: number;
	by: string;
}

/** One who looks for it. */
interface Looking {
	person: Person;
	line: Socket;
	/** Streams in which they heard that something was said, while they followed none. */
	heard: string[];
	files: FileDesk;
	secret: Said;
}

export type Way = (looking: Looking) => Promise<string>;

/** A page, or what else an address answers. */
export function page(handler: unknown, sent: (secret: Said) => Sent & { path: string }, says?: (secret: Said) => RegExp): Way {
	return ({ person, secret }) => {
		const { path, ...rest } = sent(secret);
		return told(handler, askedWith(person, path, rest), says?.(secret) ?? secret.words);
	};
}

// The answer repeats what was asked.
export const searchedFor = (words: string): Way =>
	page(
		search,
		() => ({ path: '/search', search: `?q=${words}` }),
		() => /"hits":\[\{/
	);

/** The ways that lead to whatever has a thread. */
export const commonWays: Record<string, Way> = {
	// Whoever is told whom one can mention knows of the thread.
	'mention list': page(
		mentionList,
		({ subject }) => ({ path: `/${subject}/mentionable`, params: { subject } }),
		() => /Tiago/
	),
	post: page(post, ({ subject, seq }) => ({ path: `/${subject}/p/${seq}`, params: { subject, seq: String(seq) } })),
	file: async ({ person, secret, files }) =>
		(await files.get(person, `/files/${secret.file}/Persimmon.pdf`)).status === 200 ? '+' : '-',
	'search for its talk': searchedFor('loquats'),
	suggestions: page(suggestions, () => ({ path: '/search/offers' })),
	desk: page(desk, () => ({ path: '/' })),
	'page of the city': page(city, () => ({ path: '/network/coimbra', params: { slug: 'coimbra' } })),
	'card of who wrote': page(card, ({ by }) => ({ path: `/network/people/${by}`, params: { id: by } })),
	unread: async ({ line, secret }) => (secret.stream in (await ask(line, 'unread', null)).ok ? '+' : '-'),
	activity: ({ heard, secret }) => Promise.resolve(heard.includes(secret.stream) ? '+' : '-'),
	join: async ({ line, secret }) => ('ok' in (await ask(line, 'follow', { stream: secret.stream, seq: 1_000_000 })) ? '+' : '-'),
	replay: async ({ line, secret }) =>
		secret.words.test(JSON.stringify(await ask(line, 'follow', { stream: secret.stream, seq: 0 }))) ? '+' : '-'
};

interface Told {
	services: TestServices;
	ground: PracticeGround;
	people: Record<string, Person>;
	files: FileDesk;
	table: string;
	ways: Record<string, Way>;
	make(): Promise<Secret>;
}

/** Something is said in the thread of what was made, and each of the table looks for it on every way. */
export async function learnedAs({ services, ground, people, files, table, ways, make }: Told): Promise<void> {
	const live = await liveOn(services);
	const lines = new Map<string, { line: Socket; heard: string[] }>();
	for (const [column, person] of Object.entries(people)) {
		const [line, heard] = [await live.line(person), [] as string[]];
		line.on('activity', (...all: { stream: string }[]) => heard.push(...all.map(({ stream }) => stream)));
		lines.set(column, { line, heard });
	}
	const tiago = await ground.network.person('Tiago');
	const say = (stream: string, words: string) => postMessage(services, tiago, { ...once(), stream, doc: saying(words), lang: 'en' });
	const made = await make();
	const secret = { ...made, by: tiago.id, seq: (await say(made.stream, 'The loquats')).seq };
	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	// What is said to the whole network comes after it: so whatever was to be heard of the other was heard.
	await say(ground.network.stream, 'For all');
	for (const [column, { heard }] of lines)
		if (column !== 'F') await expect.poll(() => heard, { timeout: 4000 }).toContain(ground.network.stream);
	for (const { what, marks } of marked<string>(table)) {
		const answers: Record<string, string> = {};
		for (const [column, person] of Object.entries(people)) {
			const { line, heard } = lines.get(column) ?? {};
			if (!line || !heard) throw new Error(`No line for ${column}`);
			answers[column] = (await ways[what]?.({ person, line, heard, files, secret })) ?? 'no such way';
		}
		expect.soft(answers, what).toEqual(marks);
	}
	await live.close();
}
