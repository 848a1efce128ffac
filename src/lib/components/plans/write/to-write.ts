import type { Citable } from '#lib/model/plans/citable.ts';
import { mayHaveDraft } from '#lib/client/draft-places.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import type { Sides } from '#lib/model/documents/sides-apart.ts';
import type { SideOfSection } from '#lib/model/plans/sides.ts';

/** A section as whoever writes in it gets it from the server. */
export interface LoadedToWrite {
	id: string;
	n: number;
	title: string;
	lang: string;
	doc: SectionDoc;
	/** Both sides of a clash that waits for a choice. */
	clash: Sides<SideOfSection> | null;
}

/** What stands in a section now. @throws Error when the server does not give it */
export async function loadToWrite(href: string, shortId: string): Promise<LoadedToWrite> {
	const answer = await fetch(`${href}/sections/${shortId}/writing`);
	if (!answer.ok) throw new Error(`${answer.status}`);
	return (await answer.json()) as LoadedToWrite;
}

/** Where this browser keeps what somebody wrote in a section and has not saved. */
export function draftPlaceOf(me: string, section: string): string {
	return `${me}:plan-sections/${section}`;
}

/** Of these sections those in which something waits in this browser that never reached the server. */
export function sectionsLeftUnsaved<Section extends { id: string }>(me: string, sections: readonly Section[]): Section[] {
	return sections.filter(({ id }) => mayHaveDraft(draftPlaceOf(me, id)));
}

/** What the words of the plan at this address can cite. @throws TypeError where nothing can be had */
export async function loadCitable(href: string): Promise<Citable[]> {
	const answer = await fetch(`${href}/sections?citable`, { headers: { accept: 'application/json' } });
	if (!answer.ok) throw new TypeError(String(answer.status));
	return (await answer.json()) as Citable[];
}
