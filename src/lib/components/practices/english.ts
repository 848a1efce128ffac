import type { PracticeValues } from '#lib/model/practices/values.ts';

/** Whether a reader begins in English: those who read another language than the entry's, where it has English words. */
export function readsEnglish({ lang, englishTitle }: Pick<PracticeValues, 'lang' | 'englishTitle'>, locale: string): boolean {
	return lang !== 'en' && lang !== locale && englishTitle !== '';
}
