/** What a file is to people. */
export const fileKinds = ['picture', 'pdf', 'document', 'sheet', 'slides', 'text', 'archive'] as const;
export type FileKind = (typeof fileKinds)[number];

export interface FileType {
	kind: FileKind;
	mime: string;
	/** Endings a name may have; the first is the one that is given. */
	endings: readonly [string, ...string[]];
}

/** Endings of what is written in letters and runs nowhere: a name keeps the one it has, whichever of them it is. */
const written = [
	...['md', 'markdown', 'log', 'text', 'rst', 'adoc', 'org', 'tex', 'bib', 'ris', 'srt', 'vtt', 'po', 'pot', 'diff', 'patch'],
	...[
		'ics',
		'ical',
		'ifb',
		'vcf',
		'vcard',
		'eml',
		'json',
		'geojson',
		'topojson',
		'jsonl',
		'ndjson',
		'yaml',
		'yml',
		'toml',
		'ini',
		'cfg',
		'conf'
	]
] as const;

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** Every type of file that is taken, by what its content turned out to be. */
export const fileTypes = {
	jpeg: { kind: 'picture', mime: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'] },
	png: { kind: 'picture', mime: 'image/png', endings: ['png'] },
	webp: { kind: 'picture', mime: 'image/webp', endings: ['webp'] },
	gif: { kind: 'picture', mime: 'image/gif', endings: ['gif'] },
	avif: { kind: 'picture', mime: 'image/avif', endings: ['avif'] },
	pdf: { kind: 'pdf', mime: 'application/pdf', endings: ['pdf'] },
	docx: { kind: 'document', mime: `${office}.wordprocessingml.document`, endings: ['docx', 'dotx'] },
	odt: { kind: 'document', mime: `${open}.text`, endings: ['odt', 'ott'] },
	xlsx: { kind: 'sheet', mime: `${office}.spreadsheetml.sheet`, endings: ['xlsx', 'xltx'] },
	ods: { kind: 'sheet', mime: `${open}.spreadsheet`, endings: ['ods', 'ots'] },
	csv: { kind: 'sheet', mime: 'text/csv', endings: ['csv', 'tsv', 'txt', ...written] },
	pptx: { kind: 'slides', mime: `${office}.presentationml.presentation`, endings: ['pptx', 'ppsx', 'potx'] },
	odp: { kind: 'slides', mime: `${open}.presentation`, endings: ['odp', 'otp'] },
	txt: { kind: 'text', mime: 'text/plain', endings: ['txt', 'csv', 'tsv', ...written] },
	zip: { kind: 'archive', mime: 'application/zip', endings: ['zip', 'epub', 'kmz', 'odg', 'pages', 'numbers', 'key'] }
} as const satisfies Record<string, FileType>;

export type FileTypeName = keyof typeof fileTypes;

/** The type of a file by what it is sent as. */
export function fileTypeOf(mime: string): FileType | undefined {
	return Object.values(fileTypes).find((type) => type.mime === mime);
}

/** Why a file is not taken. */
export const fileRefusals = [
	'empty',
	'too_large',
	'quota',
	'too_many',
	'markup',
	'program',
	'polyglot',
	'macros',
	'old_office',
	'heic',
	'recording',
	'bomb',
	'broken',
	'unknown'
] as const;
export type FileRefusal = (typeof fileRefusals)[number];
