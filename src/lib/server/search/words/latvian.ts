import { endingsOf, withoutEnding } from './endings.ts';

/** Of nouns in all cases, of adjectives with and without their definite ending, and of verbs told of the past. */
const endings = endingsOf('ajiem ajam ajai ajos ajas ajus aja ajo aju ajs iem ais aks am ai as os es em ei is us um im ie ij s a u i e o');

/** The stem of a Latvian word without accents; light, because what it leaves undone is found as a mistyped word. */
export function latvianStems(word: string): string[] {
	const { stem } = withoutEnding(word, endings);
	// upe, upju; jaunietis, jauniešu
	return [stem.replace(/([bpmvf])j$/, '$1').replace(/iet$/, 'ies')];
}
