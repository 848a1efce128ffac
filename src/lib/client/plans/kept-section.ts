import type { SectionDoc } from '../../model/documents/section-doc.ts';
import type { SectionWrite } from './section-ways.ts';

/** What this browser keeps of a section that is not saved, and the revision from which it was made. */
export interface KeptSection {
	base: number;
	title: string;
	doc: SectionDoc;
	pending: SectionWrite | null;
}

/** Returns null where what was kept is of no such form. */
export function readKeptSection(draft: string): KeptSection | null {
	try {
		const { base, title = '', doc, pending = null } = JSON.parse(draft) as Partial<KeptSection>;
		return typeof base === 'number' && doc ? { base, title, doc, pending } : null;
	} catch {
		return null;
	}
}
