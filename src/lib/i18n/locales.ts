/** The interface languages that are complete. */
export const locales = ['en', 'lv'] as const;
export type Locale = (typeof locales)[number];
export const baseLocale: Locale = 'en';

/** The languages people of the network write in, each named by itself. */
export const writingLanguages = {
	en: 'English',
	lv: 'Latviešu',
	pl: 'Polski',
	it: 'Italiano',
	es: 'Español',
	ca: 'Català',
	lt: 'Lietuvių',
	pt: 'Português',
	fr: 'Français',
	nb: 'Norsk bokmål'
} as const;
export type WritingLanguage = keyof typeof writingLanguages;

export function isLocale(value: unknown): value is Locale {
	return typeof value === 'string' && (locales as readonly string[]).includes(value);
}
