import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { parseConfig } from '#lib/server/platform/config.ts';
import { files, fileRenditions } from '#lib/server/db/schema/files.ts';
import { openDemo } from '#lib/server/demo/open.ts';
import { openStore } from '#lib/server/files/store.ts';
import { sweepFiles } from '#lib/server/files/sweep.ts';
import { meetingAt } from '#lib/server/meetings/queries.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/database.ts';

test('the demo holds a picture, a PDF and a spreadsheet, kept as if people had sent them', async ({ services }) => {
	const dir = await mkdtemp(join(tmpdir(), 'swing-demo-files-'));
	onTestFinished(() => rm(dir, { recursive: true, force: true }));
	services.config = parseConfig({ DEMO: 'on', FILES_DIR: dir });
	await openDemo(services);
	const threads = async (slug: string) => {
		const officer = await actorOf(services, who.officer);
		const { stream } = await meetingAt(services.db, officer, slug);
		return (await openThread(services.db, officer, { stream, locale: 'en', window: {} })).thread.posts;
	};
	const posts = await threads('follow-up-2026');
	expect(
		posts.flatMap(({ lang, files = [] }) =>
			files.map(({ name, kind, pages, width, alt }) => [lang, name, kind, pages, width !== undefined, alt !== undefined])
		)
	).toEqual([
		['en', 'agenda.pdf', 'pdf', 1, true, false],
		['lv', 'domu-siena.jpg', 'picture', undefined, true, true],
		['en', 'order-of-speaking.xlsx', 'sheet', undefined, false, false]
	]);
	expect((await threads('coimbra-2017')).filter(({ files }) => files)).toEqual([]);
	const shown = await services.sql`
		select name, files.kind, alt, said.doc::text like '%' || files.id || '%' as stands from file_uses
			join files on files.id = file_id join plan_sections section on section.plan_id = subject_id and section.part = 'context'
			join section_revisions said on said.section_id = section.id and said.n = section.n where subject_kind = 'plan'`;
	expect([...shown]).toEqual([{ name: 'six-and-fourteen.png', kind: 'picture', alt: null, stands: true }]);
	const store = await openStore(services.config.files);
	const rows = await services.db.select().from(files);
	for (const { sha256, size } of rows) expect((await buffer(await store.read(sha256))).length).toBe(size);
	for (const { sha256 } of await services.db.select().from(fileRenditions))
		expect((await buffer(await store.read(sha256))).length).toBeGreaterThan(0);
	expect(await readdir(join(dir, 'incoming'))).toEqual([]);
	services.clock.advance(100 * 24 * 3600);
	expect(await sweepFiles(services)).toEqual({ contents: 0, pieces: 0 });
});
