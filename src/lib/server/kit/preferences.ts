import type { Cookies } from '@sveltejs/kit';
import { isLocale, type Locale } from '#lib/i18n/locales.ts';
import { negotiated } from '#lib/i18n/negotiate.ts';
import { isTheme, type Theme } from '#lib/model/theme.ts';

/** Names of the cookies in which a browser without a profile keeps its choice. */
export const localeCookie = 'swing-locale';
export const themeCookie = 'swing-theme';

export function chosenLocale(cookies: Cookies, acceptLanguage: string | null): Locale {
	const chosen = cookies.get(localeCookie);
	return isLocale(chosen) ? chosen : negotiated(acceptLanguage);
}

export function chosenTheme(cookies: Cookies): Theme {
	const chosen = cookies.get(themeCookie);
	return isTheme(chosen) ? chosen : 'system';
}
