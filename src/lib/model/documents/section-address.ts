import { cleanLine } from './clean.ts';
import { isLinkable } from './href.ts';
import { mentionIn } from './mentions.ts';

/** Something of ours to which the text of a plan leads. Who is linked there is not addressed: a plan calls nobody. */
export interface SectionAddress {
	kind: 'person' | 'city' | 'practice' | 'file';
	/** The id, or the city's code. */
	id: string;
	/** Of a practice, where it is this part of it. */
	part?: 'evidence';
}

const address =
	/^swing:(?:(practice)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(#evidence)?|(file)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}))$/;

export function practiceAddress(id: string): string {
	return `swing:practice/${id}`;
}

/** The evidence that a practice tells. */
export function evidenceAddress(practice: string): string {
	return `${practiceAddress(practice)}#evidence`;
}

export function fileAddress(id: string): string {
	return `swing:file/${id}`;
}

/** What of ours an address leads to; null for every other one. */
export function sectionAddressIn(href: string): SectionAddress | null {
	const [, , practice, part, , file] = address.exec(href) ?? [];
	if (practice !== undefined) return { kind: 'practice', id: practice, ...(part !== undefined && { part: 'evidence' as const }) };
	if (file !== undefined) return { kind: 'file', id: file };
	return mentionIn(href);
}

/** Whether a link in a section may lead there: wherever one in a post may, and to practices and files. */
export function isSectionLink(href: string): boolean {
	return isLinkable(href) || (sectionAddressIn(href) !== null && cleanLine(href) === href);
}
