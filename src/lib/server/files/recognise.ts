import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { fileTypeOf, fileTypes, type FileRefusal, type FileType } from '#lib/model/files/kinds.ts';
import { FileRefused } from './refused.ts';
import { endsAsZip, recogniseZip } from './recognise-zip.ts';
import { isText, recogniseText } from './recognise-text.ts';

const headLength = 65_536;
/** A ZIP's directory ends within so many bytes of the end of the file. */
const tailLength = 65_557;

/** What others call what is not taken. */
const refusedAs: [RegExp, FileRefusal][] = [
	[/^(video|audio)\//, 'recording'],
	[/^image\/hei[cf]/, 'heic'],
	[
		/^(application\/(x-msdownload|x-elf|x-mach-binary|java-vm|wasm|vnd\.android\.package-archive|x-ms-shortcut|x-apple\.alias|x-msi)|application\/x-(deb|rpm))/,
		'program'
	],
	[/xml|html|svg/, 'markup'],
	[/^application\/x-cfb$/, 'old_office']
];

/**
 * What a file is by its content, whatever its name says.
 * @throws FileRefused for what is not taken, and for what is two things at once
 */
export async function recognise(path: string): Promise<FileType> {
	const { head, tail, size } = await ends(path);
	if (size === 0) throw new FileRefused('empty');
	// First, because some signatures are no more than two letters with which a word may begin.
	if (isText(head)) return recogniseText(head);
	if (head.subarray(0, 2).toString('latin1') === 'PK') return recogniseZip(path, head);
	const found = await fileTypeFromBuffer(head.subarray(0, 4100));
	if (!found) return recogniseText(head);
	const type = fileTypeOf(found.mime);
	if (!type || type === fileTypes.zip) throw new FileRefused(refusedAs.find(([mime]) => mime.test(found.mime))?.[1] ?? 'unknown');
	if (isTwoThings(type, head, tail)) throw new FileRefused('polyglot');
	return type;
}

async function ends(path: string): Promise<{ head: Buffer; tail: Buffer; size: number }> {
	const file = await open(path, 'r');
	try {
		const { size } = await file.stat();
		const read = async (length: number, position: number) => {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
			return buffer.subarray(0, bytesRead);
		};
		return {
			size,
			head: await read(Math.min(headLength, size), 0),
			tail: await read(Math.min(tailLength, size), Math.max(0, size - tailLength))
		};
	} finally {
		await file.close();
	}
}

/** Whether another program would take this picture or PDF for a page, a document or an archive. */
function isTwoThings({ kind }: FileType, head: Buffer, tail: Buffer): boolean {
	if (endsAsZip(tail)) return true;
	const seen = (part: Buffer) => part.toString('latin1');
	if (kind === 'picture' && head.subarray(1, 1024).includes('%PDF-')) return true;
	const page = /<(!doctype|html|head|body|script|iframe|svg|\?php)[\s>]/i;
	return page.test(seen(head.subarray(0, kind === 'pdf' ? 1024 : 4096))) || (kind === 'picture' && page.test(seen(tail.subarray(-4096))));
}
