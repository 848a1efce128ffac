import { rm } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { pictureSizes, scaleOf, type PictureSize } from '#lib/model/files/attached.ts';
import { fileTypes } from '#lib/model/files/kinds.ts';
import { FileRefused } from './refused.ts';

/** Pixels that are decoded at most: what a telephone takes, and not what eats the memory. */
const mostPixels = 70_000_000;
/** Seconds for one size. */
const patience = 30;
/** Pixels of what is downloaded, and along its longer side: a JPEG can have no more. */
const [wholePixels, longest] = [64_000_000, 65_500];

sharp.concurrency(1);
sharp.cache(false);
/** Nothing is read but what was recognised before: no drawings, no documents, no other programs. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif', 'VipsForeignLoadHeif']
});

export interface Rendered {
	size: PictureSize;
	/** A file of its own. */
	path: string;
	type: string;
	width: number;
	height: number;
	bytes: number;
}

/** Raw pixels of four channels. */
export interface Bitmap {
	data: Uint8Array;
	width: number;
	height: number;
}

/**
 * A picture in the sizes that pages use: upright, in the colours of the web, without anything else that the camera wrote.
 * @throws FileRefused for too many pixels, and for what cannot be read
 */
export async function renderPicture(from: string, type: string): Promise<Rendered[]> {
	const options = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true } as const;
	const {
		autoOrient: { width, height }
	} = await sharp(from, { limitInputPixels: false })
		.metadata()
		.catch(() => {
			throw new FileRefused('broken');
		});
	if (width * height > mostPixels) throw new FileRefused('bomb');
	const picture = () => sharp(from, options).autoOrient().timeout({ seconds: patience });
	const lossless = type === fileTypes.png.mime || type === fileTypes.gif.mime;
	const whole = scaled(picture(), Math.min(1, Math.sqrt(wholePixels / (width * height)), longest / Math.max(width, height)), {
		width,
		height
	});
	return rendered([
		...inSizes(picture, { width, height }, from),
		lossless
			? [whole.png(), 'whole', `${from}.whole`, fileTypes.png.mime]
			: [whole.flatten({ background: '#fff' }).jpeg({ quality: 92, mozjpeg: true }), 'whole', `${from}.whole`, fileTypes.jpeg.mime]
	]);
}

/** The same of pixels, for the first page of a document. */
export async function renderBitmap({ data, width, height }: Bitmap, beside: string): Promise<Rendered[]> {
	const picture = () => sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' });
	return rendered(inSizes(picture, { width, height }, beside));
}

type Work = [picture: Sharp, size: PictureSize, path: string, type: string];

type Extent = Pick<Bitmap, 'width' | 'height'>;

function inSizes(picture: () => Sharp, extent: Extent, beside: string): Work[] {
	return (Object.keys(pictureSizes) as (keyof typeof pictureSizes)[]).map((size): Work => {
		const fitting = scaled(picture(), scaleOf(size, extent.width, extent.height), extent);
		return [fitting.webp({ quality: 80 }), size, `${beside}.${size}`, fileTypes.webp.mime];
	});
}

function scaled(picture: Sharp, by: number, { width, height }: Extent): Sharp {
	if (by === 1) return picture;
	return picture.resize({ width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)), fit: 'fill' });
}

/** One after the other: a picture is large while it is worked on. */
async function rendered(works: Work[]): Promise<Rendered[]> {
	const done: Rendered[] = [];
	try {
		for (const [picture, size, path, type] of works) {
			const { width, height, size: bytes } = await picture.toFile(path);
			done.push({ size, path, type, width, height, bytes });
		}
		return done;
	} catch (cause) {
		for (const [, , path] of works) await rm(path, { force: true });
		throw isAboutPicture(cause) ? new FileRefused('broken') : cause;
	}
}

/** Neither a full disk nor one that cannot be written says anything about the picture. */
function isAboutPicture(cause: unknown): boolean {
	return cause instanceof Error && !/ENOSPC|EACCES|EROFS|No space|unable to open for write/i.test(cause.message);
}
