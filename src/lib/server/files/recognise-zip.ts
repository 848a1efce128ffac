import { open as openZip, type Entry, type ZipFile } from 'yauzl';
import { fileTypeOf, fileTypes, type FileType } from '#lib/model/files/kinds.ts';
import { FileRefused } from './refused.ts';

/** Names that are looked at; an office document has some hundreds. */
const mostEntries = 20_000;

/** What makes an office document one of its kind. */
const parts: [string, FileType][] = [
	['word/document.xml', fileTypes.docx],
	['xl/workbook.xml', fileTypes.xlsx],
	['ppt/presentation.xml', fileTypes.pptx]
];

/** What runs when a document is opened. */
const macros = /(^|\/)vbaProject\.bin$|^Basic\/|^Scripts\/|^xl\/(macrosheets\/|workbook\.bin$)/i;

/**
 * A document of an office program, or an archive.
 * @throws FileRefused
 */
export async function recogniseZip(path: string, head: Buffer): Promise<FileType> {
	const zip = await opened(path).catch(() => {
		throw new FileRefused('broken');
	});
	try {
		const names = await namesIn(zip);
		if (names.size === 0) throw new FileRefused('empty');
		const open = openDocument(head);
		const office = names.has('[Content_Types].xml') ? parts.find(([part]) => names.has(part))?.[1] : undefined;
		if ((open || office) && [...names].some((name) => macros.test(name))) throw new FileRefused('macros');
		if (names.has('AndroidManifest.xml') || names.has('META-INF/MANIFEST.MF')) throw new FileRefused('program');
		return open ?? office ?? fileTypes.zip;
	} finally {
		zip.close();
	}
}

/** Whether a file ends as a ZIP does: directory, its length, a comment to the last byte. */
export function endsAsZip(tail: Buffer): boolean {
	for (
		let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
		at >= 0;
		at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1')
	) {
		if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) return true;
	}
	return false;
}

/** OpenDocument says what it is in its first entry, which is not compressed. */
function openDocument(head: Buffer): FileType | undefined {
	if (head.length < 30) return undefined;
	const [nameLength, extra] = [head.readUInt16LE(26), head.readUInt16LE(28)];
	if (head.readUInt16LE(8) !== 0 || head.toString('latin1', 30, 30 + nameLength) !== 'mimetype') return undefined;
	const start = 30 + nameLength + extra;
	const said = /^application\/vnd\.oasis\.opendocument\.[a-z]+/.exec(head.toString('latin1', start, start + 80))?.[0];
	const type = said?.replace(/PK$/, '');
	return type === undefined ? undefined : fileTypeOf(type);
}

function opened(path: string): Promise<ZipFile> {
	return new Promise((resolve, reject) => {
		openZip(path, { autoClose: false, lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
	});
}

function namesIn(zip: ZipFile): Promise<Set<string>> {
	return new Promise((resolve, reject) => {
		const names = new Set<string>();
		zip.on('entry', ({ fileName }: Entry) => {
			names.add(fileName);
			if (names.size < mostEntries) zip.readEntry();
			else resolve(names);
		});
		zip.on('end', () => resolve(names));
		zip.on('error', () => reject(new FileRefused('broken')));
		zip.readEntry();
	});
}
