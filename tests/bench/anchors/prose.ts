import type { Chance } from './chance.ts';
import type { Language } from './languages.ts';

/** A word as often as its rank makes it (Zipf). */
function ranked(chance: Chance, all: readonly string[]): string {
	const rank = Math.floor(Math.exp(chance.next() * Math.log(all.length + 1))) - 1;
	return all[Math.min(rank, all.length - 1)] ?? '';
}

export function word(chance: Chance, { common, stems, endings }: Language): string {
	if (chance.is(0.45)) return ranked(chance, common);
	return (chance.is(0.4) ? ranked(chance, stems) : made(chance, stems)) + chance.one(endings);
}

/** A stem of two halves: what a text speaks of are far more words than those of its subject. */
function made(chance: Chance, stems: readonly string[]): string {
	const [one, other] = [ranked(chance, stems), ranked(chance, [...stems].reverse())];
	return one.slice(0, 2 + (other.length % 3)) + other.slice(-3);
}

export function wordsOf(chance: Chance, language: Language, count: number): string {
	return Array.from({ length: count }, () => (chance.is(0.03) ? chance.one(language.turns) : word(chance, language))).join(' ');
}

/** Six to twenty-two words, at times with a comma, an abbreviation or words in quotation marks. */
export function sentence(chance: Chance, language: Language): string {
	const count = chance.whole(6, 22);
	const parts = wordsOf(chance, language, count).split(' ');
	const marked = parts.map((part, n) => {
		if (n > 0 && n < parts.length - 1 && chance.is(0.07)) return `${part},`;
		if (chance.is(0.012)) return language.quotes[0] + part + language.quotes[1];
		return part;
	});
	const text = marked.join(' ');
	return text.charAt(0).toUpperCase() + text.slice(1) + (chance.is(0.06) ? '?' : '.');
}

export function paragraph(chance: Chance, language: Language): string {
	return Array.from({ length: chance.whole(1, 7) }, () => sentence(chance, language)).join(' ');
}
