import type { WritingLanguage } from '#lib/i18n/locales.ts';

/** How a language writes thousands and millions behind a number; a word may be cut short by a point. */
const words: Record<WritingLanguage, { thousand: RegExp; million: RegExp }> = {
	en: { thousand: /^(?:k|thousand)$/u, million: /^(?:m|mn|million|millions)$/u },
	lv: { thousand: /^(?:tūkst|tūkstoš\p{L}*)$/u, million: /^(?:milj|miljon\p{L}*)$/u },
	pl: { thousand: /^(?:tys|tysi\p{L}+)$/u, million: /^(?:mln|milion\p{L}*)$/u },
	it: { thousand: /^(?:mila|migliaia)$/u, million: /^(?:mln|milion[ei])$/u },
	es: { thousand: /^mil$/u, million: /^(?:mill|mm|millón|millones)$/u },
	ca: { thousand: /^mil$/u, million: /^(?:milió|milions)$/u },
	lt: { thousand: /^(?:tūkst|tūkstan\p{L}+)$/u, million: /^(?:mln|milijon\p{L}*)$/u },
	pt: { thousand: /^mil$/u, million: /^(?:milhão|milhões)$/u },
	fr: { thousand: /^(?:k|mille)$/u, million: /^(?:m|mio|millions?)$/u },
	nb: { thousand: /^(?:tusen)$/u, million: /^(?:mill|mio|million|millioner)$/u }
};

/** The digits of an amount, and how far its point moves to the right for the word behind them; unknown words stay. */
export function withMagnitude(written: string, language: WritingLanguage): { digits: string; shift: 0 | 3 | 6 } {
	const [, digits = '', word = ''] = /^(.*\d)\s*(\p{L}+)\.?(?:\s+d[ei])?$/u.exec(written.normalize('NFC')) ?? [];
	const said = word.toLocaleLowerCase(language);
	const { thousand, million } = words[language];
	if (said && thousand.test(said)) return { digits, shift: 3 };
	if (said && million.test(said)) return { digits, shift: 6 };
	return { digits: written, shift: 0 };
}
