import type { Person } from '#lib/model/access/actor.ts';
import { sectionInlines } from '#lib/model/documents/section-inlines.ts';
import { sectionAt } from '#lib/server/plans/sections/find.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { setServices } from '#lib/server/services.ts';
import { actions, load } from '../../../src/routes/plans/[city]/[slug]/write/[shortId]/+page.server.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madePdf } from '../../support/made-files.ts';
import { addressOfPlan, paragraphs, wordsOfSection } from '../../support/plans.ts';
import type { TestServices } from '../../support/practices.ts';
import { expect, leavePublished, once, test, type RowsGround } from './rows-ground.ts';

/** The page on which a section is written without scripts. */
async function pageOf(services: TestServices, { plan }: RowsGround, section: string) {
	setServices(services);
	const address = await addressOfPlan(services, plan);
	const [row] = await services.sql<{ short_id: string }[]>`select short_id from plan_sections where id = ${section}`;
	const shortId = row?.short_id ?? '';
	const href = `/plans/${address.city}/${address.slug}`;
	const visit = (person: Person, fields: Record<string, string> | FormData = {}) => {
		const url = new URL(`${href}/write/${shortId}`, 'https://desk.example.org');
		const request = new Request(url, {
			method: 'POST',
			body: fields instanceof FormData ? fields : new URLSearchParams({ ...once(), ...fields })
		});
		const locals = { actor: person, locale: 'en', session: { id: 'session' } };
		return { locals, params: { ...address, shortId }, url, request, isDataRequest: false } as never;
	};
	type Loaded = Exclude<Awaited<ReturnType<typeof load>>, void>;
	return {
		read: async (person: Person) => (await load(visit(person))) as Loaded,
		save: (person: Person, fields: Record<string, string>) => actions.save?.(visit(person, { lang: 'en', ...fields })),
		send: (person: Person, form: FormData) => actions.save?.(visit(person, form)),
		settle: (person: Person, keep: string) => actions.settle?.(visit(person, { keep })),
		written: { status: 303, location: `${href}?section=${shortId}#s-${shortId}` },
		here: { status: 303, location: `${href}/write/${shortId}` }
	};
}

test('a section is written by a form: lines that stay keep what they were', async ({ services, rows }) => {
	const { ines, sections } = rows;
	const id = sections.vision;
	await saveSection(services, ines, { ...once(), id, base: 1, doc: paragraphs('A city of makers.', 'By the river.') });
	const { read, save, written } = await pageOf(services, rows, id);
	const { text, section } = await read(ines);
	expect(text).toBe('A city of makers.\n\nBy the river.');
	const typed = '# Makers\r\n\r\nA city of makers.\r\n\r\nBy the wide river.';
	await expect(save(ines, { title: 'Our vision', base: `${section.n}`, text: typed })).rejects.toMatchObject(written);
	expect(await wordsOfSection(services, id)).toEqual(['Makers', 'A city of makers.', 'By the wide river.']);
	const again = await read(ines);
	expect(again).toMatchObject({ section: { title: 'Our vision', n: 3 }, clash: null });

	const untouched = { title: 'Our vision', base: '3', text: again.text.replaceAll('\n', '\r\n') };
	await expect(save(ines, untouched)).rejects.toMatchObject(written);
	expect((await read(ines)).section.n, 'nothing was said anew').toBe(3);
});

test('what was typed comes back where it was refused', async ({ services, rows }) => {
	const { ines, sections } = rows;
	const { save } = await pageOf(services, rows, sections.vision);
	const typed = { title: ' ', lang: 'en', base: '1', text: 'A city.' };
	expect(await save(ines, typed)).toMatchObject({ status: 400, data: { typed, problem: { issues: [{ field: 'title' }] } } });
	const long = { ...typed, title: 'Vision', text: 'a'.repeat(200_001) };
	expect(await save(ines, long)).toMatchObject({ status: 400, data: { typed: long, problem: { issues: [{ code: 'too_long' }] } } });
	expect(await save(ines, { ...typed, base: 'x' })).toMatchObject({ status: 400, data: { typed: { text: 'A city.' } } });
	expect(await save(ines, { ...typed, writer: crypto.randomUUID() })).toMatchObject({ data: { typed } });
	expect(await wordsOfSection(services, sections.vision)).toEqual(['']);
});

const apart = (word: string) => [
	{ text: 'A city of ', apart: false },
	{ text: word, apart: true },
	{ text: '.', apart: false }
];

test('two sides of the same words are shown, and one is chosen by a form', async ({ services, rows }) => {
	const { ines, rui, sections } = rows;
	const id = sections.vision;
	await saveSection(services, ines, { ...once(), id, base: 1, doc: paragraphs('A city of makers.') });
	const { read, save, settle, here } = await pageOf(services, rows, id);
	const { section, text } = await read(ines);
	const write = (person: Person, by: string) =>
		save(person, { title: section.title, base: `${section.n}`, text: text.replace('makers', by) });
	await expect(write(rui, 'bakers')).rejects.toMatchObject({ status: 303 });
	await expect(write(ines, 'sailors')).rejects.toMatchObject(here);
	expect(await read(ines)).toMatchObject({
		text: 'A city of bakers.',
		clash: { mine: { says: [apart('sailors')] }, theirs: { says: [apart('bakers')] } }
	});
	expect((await read(rui)).clash).toBeNull();
	await expect(settle(ines, 'mine')).rejects.toMatchObject(here);
	expect(await read(ines)).toMatchObject({ text: 'A city of sailors.', clash: null });
	expect(await settle(ines, 'mine')).toMatchObject({ status: 404 });
});

test('what is written beside a clash before one side is chosen stands whichever is, and belongs to neither', async ({ services, rows }) => {
	const { ines, rui, sections } = rows;
	const id = sections.vision;
	const write = (who: Person, base: number, ...texts: string[]) =>
		saveSection(services, who, { ...once(), id, base, doc: paragraphs(...texts) });
	const { n } = await write(ines, 1, 'By the river.', 'A city of makers.', 'Ready in May.');
	const { n: changed } = await write(rui, n, 'By the river.', 'A city of bakers.', 'Ready in May.');
	await write(ines, n, 'By the river.', 'A city of sailors.', 'Ready in May.');
	await write(ines, changed, 'By the wide river.', 'A city of bakers.', 'Ready in May.');
	await write(rui, changed, 'By the river.', 'A city of bakers.', 'Ready in early May.');
	const { read } = await pageOf(services, rows, id);
	expect((await read(ines)).clash).toEqual({
		mine: { says: [apart('sailors')], lang: 'en' },
		theirs: { says: [apart('bakers')], lang: 'en' }
	});
});

test('a form that is sent twice is answered once: no conflict, no second revision', async ({ services, rows }) => {
	const { ines, rui, sections } = rows;
	const id = sections.vision;
	const { read, save, written } = await pageOf(services, rows, id);
	const { section } = await read(ines);
	const text = '# Makers\r\n\r\nA city of makers.\r\n\r\n- by the river\r\n- by the sea\r\n\r\n| one | two |\r\n| three | four |';
	const sent = { ...once(), title: section.title, base: `${section.n}`, text };
	// At once, by an impatient hand; below once more, by the way back.
	const both = await Promise.allSettled([save(ines, sent), save(ines, sent)]);
	expect(both.map((one) => one.status === 'rejected' && one.reason)).toMatchObject([written, written]);
	const first = await sectionAt(services.db, id, 2);
	await saveSection(services, rui, { ...once(), id, base: 2, title: 'Makers all' });
	await expect(save(ines, sent)).rejects.toMatchObject(written);
	expect((await read(ines)).section).toMatchObject({ n: 3, title: 'Makers all' });
	expect((await sectionAt(services.db, id, 3)).doc).toEqual(first.doc);
	// Other words under the same id are no repetition: they go back to whoever typed them.
	expect(await save(ines, { ...sent, text: 'Other words.' })).toMatchObject({
		status: 409,
		data: { typed: { text: 'Other words.' }, problem: { reason: 'command_reused' } }
	});
});

test('what can be cited is listed, cited by its notation, and a file comes with the form', async ({ services, rows }) => {
	const { ines, sections } = rows;
	const id = sections.vision;
	await fileDesk(services);
	await leavePublished(services, rows);
	const { read, send, written } = await pageOf(services, rows, id);
	const page = await read(ines);
	const [practice] = page.citable;
	expect(practice).toEqual({
		title: expect.any(String),
		lang: expect.any(String),
		written: expect.stringMatching(/^\[.+\]\(swing:practice\//)
	});
	const [, words = '', to = ''] = /^\[(.+)\]\((.+)\)$/.exec(practice?.written ?? '') ?? [];
	const form = new FormData();
	const fields = {
		...once(),
		lang: 'en',
		title: page.section.title,
		base: String(page.section.n),
		text: `As ${practice?.written} **shows**.`
	};
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	form.set('cites', new File([new Uint8Array(madePdf())], 'Study [2].pdf'));
	await expect(send(ines, form)).rejects.toMatchObject(written);
	const { doc } = await sectionAt(services.db, id, 2);
	const links = [...sectionInlines(doc)].flatMap((one) => (one.type === 'text' ? (one.marks ?? []).map((mark) => [one.text, mark]) : []));
	const [file] = await services.sql<{ id: string }[]>`select file_id as id from file_uses where subject_kind = 'plan'`;
	expect(links).toEqual([
		[words, { type: 'link', attrs: { href: to } }],
		['shows', { type: 'bold' }],
		['Study 2 .pdf', { type: 'link', attrs: { href: `swing:file/${file?.id}` } }]
	]);
	// They stand in the field as they were typed, and stay links when the words beside them change.
	const again = await read(ines);
	expect(again.text).toBe(`As ${practice?.written} **shows**.\n\n[Study 2 .pdf](swing:file/${file?.id})`);
	expect(again.citable[0]?.written).toBe(`[Study 2 .pdf](swing:file/${file?.id})`);
});
