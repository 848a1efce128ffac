import type { WritingLanguage } from '#lib/i18n/locales.ts';

/** Without accents, in small letters: "março" and "marco" are one. */
export function folded(word: string): string {
	return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

const made = new Map<WritingLanguage, string[][]>();

/** The words for each month: by itself, beside a day, and cut short. */
function monthNames(language: WritingLanguage): string[][] {
	const known = made.get(language);
	if (known) return known;
	const name = (at: Date, options: Intl.DateTimeFormatOptions): string =>
		new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(at).find(({ type }) => type === 'month')?.value ??
		'';
	const names = Array.from({ length: 12 }, (_, month) => {
		const at = new Date(Date.UTC(2026, month, 15));
		const all = [
			name(at, { month: 'long' }),
			name(at, { month: 'long', day: 'numeric' }),
			name(at, { month: 'long', year: 'numeric' }),
			name(at, { month: 'short' })
		];
		return [...new Set(all.map((one) => folded(one).replace(/^d['’]|.*\s|\.$/g, '')))].filter((one) => /^\p{L}{3,}$/u.test(one));
	});
	made.set(language, names);
	return names;
}

/** How much of a word is the beginning of a name of a month; endings differ by case ("martā"), up to two letters. */
function likeness(word: string, name: string): number {
	if (word === name) return name.length + 1;
	let common = 0;
	while (common < name.length && word[common] === name[common]) common += 1;
	return common >= 3 && common >= name.length - 2 && word.length - common <= 2 ? common : 0;
}

function monthIn(word: string, language: WritingLanguage): number | null {
	const scores = monthNames(language).map((names) => Math.max(0, ...names.map((name) => likeness(word, name))));
	const best = Math.max(...scores);
	return best > 0 && scores.indexOf(best) === scores.lastIndexOf(best) ? scores.indexOf(best) + 1 : null;
}

/** 3 for "March", "martā", "marca": a month in the language, else in English; null where it is none. */
export function monthOf(word: string, language: WritingLanguage): number | null {
	const plain = folded(word);
	return monthIn(plain, language) ?? monthIn(plain, 'en');
}
