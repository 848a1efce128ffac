import { addressesIn } from '#lib/model/documents/addresses.ts';

/** A piece of plain words; with an address where it is one. */
export interface LinkedWords {
	text: string;
	href: string | null;
}

/** Plain words in pieces, those that are addresses with where they lead. */
export function linkedWords(text: string): LinkedWords[] {
	const pieces: LinkedWords[] = [];
	let from = 0;
	for (const { index, text: said, href } of addressesIn(text)) {
		if (index > from) pieces.push({ text: text.slice(from, index), href: null });
		pieces.push({ text: said, href });
		from = index + said.length;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), href: null });
	return pieces;
}
