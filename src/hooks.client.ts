import type { ClientInit } from '@sveltejs/kit';
import { isLocale, baseLocale } from '#lib/i18n/locales.ts';
import { loadMessages } from '#lib/i18n/m';

export const init: ClientInit = async () => {
	const { lang } = document.documentElement;
	await loadMessages(isLocale(lang) ? lang : baseLocale);
};
