/** What can be read of an entry in its own language and, where it is told, in English. */
export interface InBoth {
	lang: string;
	title: string;
	pitch: string;
	englishTitle: string;
	englishPitch: string;
}

export interface InOne {
	/** Language of the title. */
	lang: string;
	title: string;
	pitch: string;
	pitchLang: string;
}

/** Whether a reader of this language is shown the English title: it is told, and the entry's own language is another. */
export function isShownInEnglish({ lang, englishTitle }: Pick<InBoth, 'lang' | 'englishTitle'>, locale: string): boolean {
	return lang !== locale && lang !== 'en' && englishTitle !== '';
}

/** Only the title, and the language of it. */
export function titleInReadersWords(told: Pick<InBoth, 'lang' | 'title' | 'englishTitle'>, locale: string): Pick<InOne, 'lang' | 'title'> {
	return isShownInEnglish(told, locale) ? { lang: 'en', title: told.englishTitle } : { lang: told.lang, title: told.title };
}

/** Title and pitch as they are shown to who reads this language, each in English where it is told so. */
export function inReadersWords(told: InBoth, locale: string): InOne {
	const { lang, title, pitch, englishTitle, englishPitch } = told;
	if (!isShownInEnglish(told, locale)) return { lang, title, pitch, pitchLang: lang };
	const words = englishPitch === '' ? { pitch, pitchLang: lang } : { pitch: englishPitch, pitchLang: 'en' };
	return { lang: 'en', title: englishTitle, ...words };
}
