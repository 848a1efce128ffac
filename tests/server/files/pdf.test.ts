import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPdf } from '#lib/server/files/pdf.ts';
import { madePdf } from '../../support/made-files.ts';

test('a PDF shows its first page; one that takes more memory than it may shows nothing and harms nothing', async () => {
	const dir = await mkdtemp(join(tmpdir(), 'swing-pdf-'));
	onTestFinished(() => rm(dir, { recursive: true }));
	const path = join(dir, 'plan.pdf');
	await writeFile(path, madePdf(3));
	expect(await readPdf(path)).toMatchObject({ pages: 3, first: { height: 1600 } });
	expect(await readPdf(path, 8)).toBeNull();
	expect(await readPdf(path)).toMatchObject({ pages: 3 });
});
