import type { ClientInit } from '@sveltejs/kit';
import { isLocale, baseLocale } from '#lib/i18n/locales.ts';
import { loadMessages } from '#lib/i18n/m';
import { loadAnewAfterLeaving } from '#lib/client/leaving.ts';

export const init: ClientInit = async () => {
	loadAnewAfterLeaving();
	const { lang } = document.documentElement;
	await loadMessages(isLocale(lang) ? lang : baseLocale);
};
