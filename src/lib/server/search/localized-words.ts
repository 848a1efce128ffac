import type { Localized } from '#lib/model/localized.ts';
import type { Said } from './source.ts';

/** A short text of the installation, to be found by its words in any of its languages. */
export function inItsLanguages(text: Localized, weight: Said['weight']): Said[] {
	return Object.entries(text).flatMap(([lang, said]) => (said ? [{ text: said, lang, weight }] : []));
}
