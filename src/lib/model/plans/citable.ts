import type { FileKind } from '../files/kinds.ts';

/** Something of ours that words of a plan can cite, as far as whoever writes may see it. */
export interface Citable {
	kind: 'practice' | 'evidence' | 'file';
	/** Where the words lead, as `SectionMark` has it. */
	href: string;
	/** What it is called: of evidence, what was counted; of a file, its name. */
	title: string;
	/** Language of the title; null for a file. */
	lang: string | null;
	/** Of a practice its city's code, of evidence the title of its practice; null for a file. */
	of: string | null;
	/** Of a file. */
	file: FileKind | null;
}

/** How a plain field says it: words to be changed, and where they lead. */
export function citationWritten({ title, href }: Pick<Citable, 'title' | 'href'>): string {
	return `[${title.replace(/[[\]]/g, ' ').replace(/ +/g, ' ').trim()}](${href})`;
}
