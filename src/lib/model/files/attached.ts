import type { FileKind } from './kinds.ts';

/** A file as it stands beside a text: everything a page needs to show it. */
export interface AttachedFile {
	id: string;
	name: string;
	kind: FileKind;
	/** MIME type. */
	type: string;
	/** Bytes of what was uploaded. */
	size: number;
	/** Of a picture as it is shown, upright; of a PDF, of the picture of its first page. Absent when there is none. */
	width?: number;
	height?: number;
	/** Of a PDF. */
	pages?: number;
	/** What the picture shows, in the language of the text; empty for a picture that only decorates. */
	alt?: string;
	/** Counts from 2: how many times another file took this one's place. */
	version?: number;
}

/** A file on its way into a text: which one, and what its picture shows. */
export interface AttachedById {
	id: string;
	alt?: string | undefined;
}

/** Characters of an alternative text. */
export const altLimit = 300;

/** Widths in which a picture is kept, narrowest first; `whole` is for those who download it. */
export const pictureSizes = { small: 480, medium: 1080, large: 2160 } as const;
export type PictureSize = keyof typeof pictureSizes | 'whole';

export function isPictureSize(name: string): name is PictureSize {
	return name === 'whole' || Object.hasOwn(pictureSizes, name);
}

/**
 * How much smaller a picture of so many pixels is kept, 1 at most. What is long keeps the width, or what lies on its side
 * the height, in which it can be read, as far as it has no more pixels than one twice as high as wide.
 */
export function scaleOf(size: keyof typeof pictureSizes, width: number, height: number): number {
	const most = pictureSizes[size];
	return Math.min(1, most / Math.min(width, 2 * height), most * Math.sqrt(2 / (width * height)), 16_383 / Math.max(width, height));
}

/** Where a file is read. */
export function addressOf({ id, name }: Pick<AttachedFile, 'id' | 'name'>): string {
	return `/files/${id}/${encodeURIComponent(name)}`;
}

/** Where a picture is read in a size. */
export function pictureOf({ id }: Pick<AttachedFile, 'id'>, size: PictureSize): string {
	return `/files/${id}/${size}`;
}
