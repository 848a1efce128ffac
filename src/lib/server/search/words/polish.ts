import { endingsOf, withoutEnding } from './endings.ts';

/** Of nouns and adjectives in all cases, with and without the i that only softens. */
const endings = endingsOf(
	'iami iego iemu iach iom iej iem ami ach owi owie ego emu ymi imi ych ich ow om ej ym im em ia ie io iu a e i y u o'
);

/** What a last consonant was before a softening ending: praktyce of praktyka, mieście of miasto. */
const hardened: [RegExp, string][] = [
	[/sc$/, 'st'],
	[/dz$/, 'g'],
	[/rz$/, 'r'],
	[/c$/, 'k']
];

/** The stems that a Polish word without accents may have. */
export function polishStems(word: string): string[] {
	const { stem, ending } = withoutEnding(word, endings);
	const rule = /^i?e$/.test(ending) ? hardened.find(([last]) => last.test(stem)) : undefined;
	return rule ? [stem, stem.replace(...rule)] : [stem];
}
