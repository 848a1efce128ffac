import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashOfSources } from '../../../scripts/sources.mjs';

test('the pages are stale when a source changes, comes, goes or moves, and not otherwise', async () => {
	const root = await mkdtemp(join(tmpdir(), 'swing-sources-'));
	onTestFinished(() => rm(root, { recursive: true, force: true }));
	await mkdir(join(root, 'src/lib/i18n/compiled'), { recursive: true });
	await mkdir(join(root, 'data'));
	const page = join(root, 'src/page.svelte');
	await writeFile(page, '<h1>Desk</h1>');
	const first = hashOfSources(root);

	await writeFile(join(root, 'data/rows'), 'x');
	await writeFile(join(root, 'src/lib/i18n/compiled/messages.js'), 'x');
	expect(hashOfSources(root)).toBe(first);

	const seen = new Set([first]);
	const isStale = () => {
		const hash = hashOfSources(root);
		const stale = !seen.has(hash);
		seen.add(hash);
		return stale;
	};
	await writeFile(page, '<h1>Inbox</h1>');
	expect(isStale()).toBe(true);
	await rename(page, join(root, 'src/inbox.svelte'));
	expect(isStale()).toBe(true);
	await writeFile(join(root, 'package-lock.json'), '{}');
	expect(isStale()).toBe(true);
	await rm(join(root, 'src/inbox.svelte'));
	expect(isStale()).toBe(true);
	await mkdir(join(root, 'scripts/vite'), { recursive: true });
	await writeFile(join(root, 'scripts/vite/plugin.mjs'), 'x');
	expect(isStale()).toBe(true);
});
