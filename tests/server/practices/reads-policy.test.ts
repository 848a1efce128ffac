import type { Socket } from 'socket.io-client';
import type { Person } from '#lib/model/access/actor.ts';
import { draftStream } from '#lib/model/practices/practice.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { setServices } from '#lib/server/services.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { changeReads, draftReads, type PracticeColumn } from '../../practice-matrix.ts';
import { fileDesk, type FileDesk } from '../../support/file-desk.ts';
import { ask, liveOn } from '../../support/live.ts';
import { madePdf } from '../../support/made-files.ts';
import { marked } from '../../support/marked.ts';
import { practicePeople } from '../../support/practice-people.ts';
import { expect, leaveDraft, leavePublished, little, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';
import { saying } from '../../support/saying.ts';
import { askedWith, told, type Sent } from '../../support/sent-form.ts';
import { load as desk } from '../../../src/routes/+page.server.ts';
import { GET as mentionList } from '../../../src/routes/[...subject]/mentionable/+server.ts';
import { GET as post } from '../../../src/routes/[...subject]/p/[seq]/+server.ts';
import { load as city } from '../../../src/routes/network/[slug]/+page.server.ts';
import { load as card } from '../../../src/routes/network/people/[id]/+page.server.ts';
import { load as list } from '../../../src/routes/practices/+page.server.ts';
import { load as entry } from '../../../src/routes/practices/[slug]/+page.server.ts';
import { load as adoption } from '../../../src/routes/practices/[slug]/adoptions/[city]/+page.server.ts';
import { load as draft } from '../../../src/routes/practices/[slug]/draft/+page.server.ts';
import { load as form } from '../../../src/routes/practices/[slug]/edit/+page.server.ts';
import { load as history } from '../../../src/routes/practices/[slug]/history/+page.server.ts';
import { GET as exported } from '../../../src/routes/practices/export/+server.ts';
import { GET as similar } from '../../../src/routes/practices/similar/+server.ts';
import { GET as search } from '../../../src/routes/search/+server.ts';
import { GET as suggestions } from '../../../src/routes/search/offers/+server.ts';

interface Left {
	id: string;
	slug: string;
	stream: string;
	file: string;
	/** Place of what was said about it, and who said it. */
	seq: number;
	by: string;
}

interface Asker {
	services: TestServices;
	person: Person;
	line: Socket;
	files: FileDesk;
	left: Left;
	/** Streams in which this person heard that something was said, while they followed none. */
	heard: string[];
}

/** What stands in the draft alone. */
const words = /persimmon|loquat/i;

const page =
	(handler: unknown, path: (left: Left) => string, sent: (left: Left) => Sent = ({ slug }) => ({ params: { slug } }), says = words) =>
	({ person, left }: Asker) =>
		told(handler, askedWith(person, path(left), sent(left)), says);

const at = ({ slug }: Left) => `/practices/${slug}`;
// The answer repeats what was asked.
const searched = (asked: string) =>
	page(
		search,
		() => '/search',
		() => ({ search: asked }),
		/"hits":\[\{/
	);
const below = (subject: string, more = {}) => ({ params: { subject, ...more } });

/** Every way to it. */
const paths: Record<string, (asker: Asker) => Promise<string>> = {
	entry: page(entry, at),
	draft: page(draft, (left) => `${at(left)}/draft`),
	form: page(form, (left) => `${at(left)}/edit`),
	history: page(history, (left) => `${at(left)}/history`),
	'one revision': page(
		history,
		(left) => `${at(left)}/history`,
		({ slug }) => ({ params: { slug }, search: '?from=1&to=2' })
	),
	adoptions: page(
		adoption,
		(left) => `${at(left)}/adoptions/da`,
		({ slug }) => ({ params: { slug, city: 'da' } })
	),
	// Whoever is told whom one can mention knows of the thread.
	'mention list': ({ person, left }) =>
		told(mentionList, askedWith(person, `${at(left)}/draft/mentionable`, below(`practices/${left.slug}/draft`)), /Tiago/),
	post: page(
		post,
		(left) => `${at(left)}/draft/p/1`,
		({ slug, seq }) => below(`practices/${slug}/draft`, { seq: String(seq) })
	),
	file: async ({ person, left, files }) => ((await files.get(person, `/files/${left.file}/Persimmon.pdf`)).status === 200 ? '+' : '-'),

	list: page(
		list,
		() => '/practices',
		() => ({})
	),
	export: page(
		exported,
		() => '/practices/export',
		() => ({ search: '?as=json' })
	),
	similar: page(
		similar,
		() => '/practices/similar',
		() => ({ search: '?title=Persimmon+parade' })
	),
	'search for its title': searched('?q=persimmon'),
	'search for its talk': searched('?q=loquats'),
	suggestions: page(
		suggestions,
		() => '/search/offers',
		() => ({})
	),
	desk: page(
		desk,
		() => '/',
		() => ({})
	),
	'page of the city': page(
		city,
		() => '/network/coimbra',
		() => ({ params: { slug: 'coimbra' } })
	),
	'card of who wrote': page(
		card,
		({ by }) => `/network/people/${by}`,
		({ by }) => ({ params: { id: by } })
	),

	unread: async ({ line, left }) => (left.stream in (await ask(line, 'unread', null)).ok ? '+' : '-'),
	activity: ({ heard, left }) => Promise.resolve(heard.includes(left.stream) ? '+' : '-'),
	join: async ({ line, left }) => ('ok' in (await ask(line, 'follow', { stream: left.stream, seq: 1_000_000 })) ? '+' : '-'),
	replay: async ({ line, left }) => (words.test(JSON.stringify(await ask(line, 'follow', { stream: left.stream, seq: 0 }))) ? '+' : '-')
};

async function learn(services: TestServices, ground: PracticeGround, id: string, file: string): Promise<Left> {
	const [stream, [row]] = [
		draftStream(id),
		await services.sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`
	];
	const tiago = await ground.network.person('Tiago');
	const said = await postMessage(services, tiago, { ...once(), stream, doc: saying('The loquats'), lang: 'en' });
	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	return { id, slug: row?.at ?? '', stream, file, by: tiago.id, seq: said.seq };
}

interface Told {
	services: TestServices;
	ground: PracticeGround;
	table: string;
	make(file: string): Promise<string>;
}

async function asTheTableSays({ services, ground, table, make }: Told): Promise<void> {
	const files = await fileDesk(services, { LIMITS: '100' });
	setServices(services);
	const { columns } = await practicePeople(services, ground);
	const live = await liveOn(services);
	const lines = new Map<string, { line: Socket; heard: string[] }>();
	for (const [column, person] of Object.entries(columns)) {
		const [line, heard] = [await live.line(person), [] as string[]];
		line.on('activity', (...all: { stream: string }[]) => heard.push(...all.map(({ stream }) => stream)));
		lines.set(column, { line, heard });
	}
	const { id: file } = await files.upload(ground.ines, ground.network.id, 'Persimmon.pdf', madePdf());
	const left = await learn(services, ground, await make(file), file);
	// What is said to the whole network comes after it: so whatever was to be heard of the draft was heard.
	await postMessage(services, ground.rui, { ...once(), stream: ground.network.stream, doc: saying('For all'), lang: 'en' });
	for (const [column, { heard }] of lines)
		if (column !== 'F') await expect.poll(() => heard, { timeout: 4000 }).toContain(ground.network.stream);
	const at = {
		...paths,
		post: page(
			post,
			() => '/',
			({ slug, seq }) => below(`practices/${slug}/draft`, { seq: String(seq) })
		)
	};
	for (const { what, marks } of marked<PracticeColumn>(table)) {
		const answers: Record<string, string> = {};
		for (const [column, person] of Object.entries(columns)) {
			const { line, heard } = lines.get(column) ?? {};
			if (!line || !heard) throw new Error(`No line for ${column}`);
			answers[column] = (await paths[what]?.({ services, person, line, heard, files, left })) ?? 'no such way';
		}
		expect.soft(answers, what).toEqual(marks);
	}
	await live.close();
}

test('a draft is learned of as the table says, by every page, list, search, count and line', { timeout: 40_000 }, ({ services, ground }) =>
	asTheTableSays({
		services,
		ground,
		table: draftReads,
		async make(file) {
			const id = await leaveDraft(services, ground, little('Persimmon parade'));
			await savePractice(services, ground.ines, { ...once(), id, base: 1, values: { files: [{ id: file }] } });
			return id;
		}
	})
);

test('so is what was changed behind a published entry', { timeout: 40_000 }, ({ services, ground }) =>
	asTheTableSays({
		services,
		ground,
		table: changeReads,
		async make(file) {
			const id = await leavePublished(services, ground);
			const values = { pitch: 'Persimmons march.', title: 'Persimmon parade', files: [{ id: file }] };
			await savePractice(services, ground.ines, { ...once(), id, base: 1, values });
			return id;
		}
	})
);

test('every way to a draft stands in the table', () => {
	expect(new Set(marked(draftReads).map(({ what }) => what))).toEqual(new Set(Object.keys(paths)));
});
