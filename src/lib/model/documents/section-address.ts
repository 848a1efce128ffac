import { cleanLine } from './clean.ts';
import { isLinkable } from './href.ts';
import { mentionIn } from './mentions.ts';

/** Something of ours to which the text of a plan leads. Who is linked there is not addressed: a plan calls nobody. */
export interface SectionAddress {
	kind: 'person' | 'city' | 'practice' | 'file';
	/** The id, or the city's code. */
	id: string;
}

const address = /^swing:(practice|file)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

export function practiceAddress(id: string): string {
	return `swing:practice/${id}`;
}

export function fileAddress(id: string): string {
	return `swing:file/${id}`;
}

/** What of ours an address leads to; null for every other one. */
export function sectionAddressIn(href: string): SectionAddress | null {
	const [, kind, id] = address.exec(href) ?? [];
	if (id !== undefined && (kind === 'practice' || kind === 'file')) return { kind, id };
	return mentionIn(href);
}

/** Whether a link in a section may lead there: wherever one in a post may, and to practices and files. */
export function isSectionLink(href: string): boolean {
	return isLinkable(href) || (sectionAddressIn(href) !== null && cleanLine(href) === href);
}
