import { baseLocale, isLocale, type Locale } from './locales.ts';

/** The first of our languages in the order that an Accept-Language header gives them. */
export function negotiated(acceptLanguage: string | null): Locale {
	const wanted = (acceptLanguage ?? '')
		.split(',')
		.slice(0, 20)
		.map((part) => {
			const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
			const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
			return {
				language: tag.split('-')[0],
				weight: quality ? Number(quality.trim().slice(2)) || 0 : 1
			};
		})
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight);
	return wanted.map(({ language }) => language).find(isLocale) ?? baseLocale;
}
