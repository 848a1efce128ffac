import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { fullPractice } from '../support/full-practice.ts';
import { groundOf } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { tellPractices } from '../support/told-practices.ts';

const [en, lv] = [{ locale: 'en' }, { locale: 'lv' }] as const;

/** Paper tells where letters stand; where words are parted is a guess. */
const bare = (words: string): string => words.replace(/\s/g, '');

/** What stands on each page of paper, without its spaces. */
async function onSheets(page: Page): Promise<string[]> {
	const library = await PDFiumLibrary.init();
	const document = await library.loadDocument(await page.pdf({ format: 'A4' }));
	const sheets = [...document.pages()].map((sheet) => bare(sheet.getText()));
	document.destroy();
	library.destroy();
	return sheets;
}

test('an entry of usual size is two good pages of paper, a story one, an adoption one', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	const ids = await tellPractices(services, [
		{ city: 'kl', title: 'The ropery that young people run', ...fullPractice() },
		{ city: 'na', title: 'Lamp oil', form: 'story', pitch: 'Light for the quay.' }
	]);
	const rows = await services.sql<{ id: string; at: string }[]>`select id, slug || '-' || short_id as at from practices`;
	const [known] = await services.sql<{ at: string }[]>`
		select slug || '-' || short_id as at from practices where slug = 'youth-policy-after-the-plan'`;
	await close();
	const [entry, story] = ids.map((id) => `/practices/${rows.find((row) => row.id === id)?.at}`);

	const { page } = await as(who.host, { ...en, theme: 'dark' });
	await page.goto(entry ?? '');
	const [first = '', second = '', ...more] = await onSheets(page);
	expect(more).toEqual([]);
	for (const said of ['Klaipėda, Lithuania', 'The ropery that young people run', 'Since March 2016', '61,250.5'])
		expect(first).toContain(bare(said));
	const words = `${first} ${second}`;
	for (const said of [
		'nobody signed it.',
		'A summer evening in the street',
		'https://archive.example.org/ropery',
		'Regional Development Fund'
	])
		expect(words).toContain(bare(said));
	for (const pressed of [
		m.practices_say_about,
		m.practices_ask_for_it,
		m.adoptions_mark,
		m.practices_bookmark,
		m.practices_history,
		m.shell_meetings
	])
		expect(words).not.toContain(bare(pressed({}, en)));
	expect(second.length, 'the last page is no leftover').toBeGreaterThan(400);

	const { page: latvian } = await as(who.coordinator, lv);
	await latvian.goto(entry ?? '');
	expect(await onSheets(latvian)).toHaveLength(2);

	await page.goto(story ?? '');
	const told = await onSheets(page);
	expect(told).toHaveLength(1);
	expect(told[0]).toContain(bare('Lamp oil'));

	await page.goto(`/practices/${known?.at}/adoptions/sa`);
	const adopted = await onSheets(page);
	expect(adopted).toHaveLength(1);
	// Said openly, also where the way there is left out; what is folded is unfolded.
	for (const said of [m.adoptions_illustrative({}, en), m.adoptions_steps({}, en), 'What we took home'])
		expect(adopted[0]).toContain(bare(said));
});

test('without colours, and on paper, strokes still say how far a city is', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	const [known] = await services.sql<{ at: string }[]>`
		select slug || '-' || short_id as at from practices where slug = 'youth-policy-after-the-plan'`;
	await close();
	const { page } = await as(who.host, { ...en, theme: 'dark' });
	await page.goto(`/practices/${known?.at}`);
	const looks = (state: string): Promise<string> =>
		page
			.locator(`#adoptions i.${state}`)
			.first()
			.evaluate((stroke) => {
				const { backgroundImage, backgroundColor, borderTopStyle, printColorAdjust } = getComputedStyle(stroke);
				return [borderTopStyle, backgroundImage, backgroundColor, printColorAdjust].join(' ');
			});
	for (const media of [{ forcedColors: 'active' }, { forcedColors: 'none', media: 'print' }] as const) {
		await page.emulateMedia(media);
		const all = await Promise.all(['done', 'now', 'stop', 'todo'].map(looks));
		expect(new Set(all).size, all.join('\n')).toBe(4);
		for (const one of all) expect(one).toContain('solid');
		if ('media' in media) for (const one of all) expect(one).toContain('exact');
	}
});
