import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { readPdf } from '#lib/server/files/pdf.ts';
import { renderBitmap, renderPicture } from '#lib/server/files/picture.ts';
import { madeBomb, madePdf, madePhoto } from '../../support/made-files.ts';

async function written(content: Buffer): Promise<{ path: string; folder: string }> {
	const folder = await mkdtemp(join(tmpdir(), 'swing-file-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const path = join(folder, 'it');
	await writeFile(path, content);
	return { path, folder };
}

test('a picture taken sideways stands upright, and says no more where it was taken', async () => {
	const photo = await madePhoto({ sideways: true });
	const before = await sharp(photo).metadata();
	expect(before.orientation).toBe(6);
	expect(before.exif?.toString('latin1')).toContain('where-i-live');
	const { path } = await written(photo);
	const rendered = await renderPicture(path, 'image/jpeg');
	expect(rendered.map(({ size, width, height }) => [size, width, height])).toEqual([
		['small', 480, 320],
		['medium', 1080, 720],
		['large', 1200, 800],
		['whole', 1200, 800]
	]);
	for (const one of rendered) {
		const { exif, xmp, iptc, orientation } = await sharp(one.path).metadata();
		expect([exif, xmp, iptc, orientation ?? 1]).toEqual([undefined, undefined, undefined, 1]);
		expect((await readFile(one.path)).includes('where-i-live')).toBe(false);
		const [top] = await sharp(one.path).extract({ left: 10, top: 10, width: 1, height: 1 }).raw().toBuffer();
		expect(top, 'the sky is above').toBeLessThan(80);
	}
});

test.each([
	['upright', 1200, 20_000, 'small', 166, 2771],
	['upright', 1200, 20_000, 'large', 748, 12_471],
	['lying', 20_000, 1200, 'large', 12_471, 748],
	['twice as high as wide', 3000, 6000, 'medium', 1080, 2160],
	['of 4 to 1', 8000, 2000, 'medium', 2160, 540]
] as const)('a long picture, %s, is kept so that it can be read', async (_how, width, height, size, wide, high) => {
	const blank = sharp({ create: { width, height, channels: 3, background: '#abc' } });
	const { path } = await written(await blank.png({ compressionLevel: 1 }).toBuffer());
	const rendered = await renderPicture(path, 'image/png');
	const one = rendered.find((each) => each.size === size);
	expect([one?.width, one?.height]).toEqual([wide, high]);
	const whole = rendered.at(-1);
	expect([whole?.width, whole?.height], 'as it was sent').toEqual([width, height]);
});

test('a picture that is one line has sides that a picture can have', async () => {
	const { path } = await written(
		await sharp({ create: { width: 40_000, height: 4, channels: 3, background: '#abc' } })
			.png()
			.toBuffer()
	);
	const rendered = await renderPicture(path, 'image/png');
	expect(rendered.every(({ width, height }) => width <= 40_000 && height >= 1)).toBe(true);
});

test('a picture that would fill the memory is refused before it does, and nothing is left of it', async () => {
	const bomb = madeBomb();
	expect(bomb.length).toBeLessThan(500_000);
	const { path, folder } = await written(bomb);
	await expect(renderPicture(path, 'image/png')).rejects.toMatchObject({ reason: 'bomb' });
	expect(await readdir(folder)).toEqual(['it']);
});

test('a picture that breaks off is refused, and nothing is left of it', async () => {
	const { path, folder } = await written((await madePhoto()).subarray(0, 1500));
	await expect(renderPicture(path, 'image/jpeg')).rejects.toMatchObject({ reason: 'broken' });
	expect(await readdir(folder)).toEqual(['it']);
});

test('the picture reader opens no drawing, whatever it is called', async () => {
	const { path } = await written(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'));
	await expect(renderPicture(path, 'image/png')).rejects.toMatchObject({ reason: 'broken' });
});

test('of a PDF the pages are counted and the first is seen', async () => {
	const { path } = await written(madePdf(3));
	const pdf = await readPdf(path);
	expect(pdf?.pages).toBe(3);
	const [, , large] = await renderBitmap(pdf!.first, path);
	const [red, green] = await sharp(large!.path).extract({ left: 200, top: 200, width: 1, height: 1 }).raw().toBuffer();
	expect([red! > 200, green! < 60]).toEqual([true, true]);
});

test('what only begins as a PDF is read without harm', async () => {
	const { path } = await written(Buffer.from('%PDF-1.7\nnothing of the kind'));
	expect(await readPdf(path)).toBeNull();
});
