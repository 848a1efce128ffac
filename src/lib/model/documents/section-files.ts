import type { SectionDoc } from './section-doc.ts';

interface Node {
	type: string;
	attrs?: { file?: unknown };
	marks?: { type: string; attrs?: { href?: unknown } }[];
	content?: readonly Node[];
}

const address = /^swing:file\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Ids of the files that a section shows or cites, each once, in the order of reading. */
export function swingFilesIn(doc: SectionDoc): string[] {
	const found = new Set<string>();
	const visit = ({ type, attrs, marks = [], content = [] }: Node): void => {
		if (type === 'picture' && typeof attrs?.file === 'string') found.add(attrs.file);
		for (const mark of marks) {
			const [, id] = address.exec(String(mark.attrs?.href ?? '')) ?? [];
			if (id) found.add(id);
		}
		content.forEach(visit);
	};
	visit(doc as Node);
	return [...found];
}
