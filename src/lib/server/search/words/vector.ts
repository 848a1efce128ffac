import { wordsOf } from '#lib/model/search/words.ts';
import type { Said } from '../source.ts';
import type { Stemming } from './stemming.ts';

/** PostgreSQL counts no further, and keeps no more places of a word. */
const lastPlace = 16_383;
const mostPlaces = 255;
/** Words of different parts are no neighbours. */
const apart = 10;

/** What stands for a word itself, beside its stems. */
export function exact(bareWord: string): string {
	return `=${bareWord}`;
}

/** The words of a subject as PostgreSQL's tsvector is written. */
export function vectorOf(texts: readonly Said[], { stems }: Pick<Stemming, 'stems'>): { vector: string; words: string[] } {
	const places = new Map<string, string[]>();
	const words = new Set<string>();
	let place = 0;
	for (const { text, lang, weight } of texts) {
		for (const word of wordsOf(text)) {
			place = Math.min(lastPlace, place + 1);
			const { forms, parts } = word.number ?? { forms: [], parts: [word.bare] };
			for (const part of parts) words.add(part);
			for (const lexeme of new Set([...parts, ...forms].map(exact).concat(stems(lang, word)))) {
				const held = places.get(lexeme) ?? [];
				if (held.length < mostPlaces) held.push(`${place}${weight}`);
				places.set(lexeme, held);
			}
		}
		place += apart;
	}
	const vector = [...places].map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' ');
	return { vector, words: [...words] };
}
