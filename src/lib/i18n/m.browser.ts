import { fetchPiece } from 'virtual:message-pieces';
import type * as Messages from './compiled/messages.js';
import { baseLocale, isLocale } from './locales.ts';

/** The messages of the pieces that this page and those before it asked for, in the reader's locale. */
export const m = {} as typeof Messages;

/** Fetches pieces in the one locale this page is read in. A change of language is a new page. */
export async function loadMessages(names: readonly string[], lang = document.documentElement.lang): Promise<void> {
	const locale = isLocale(lang) ? lang : baseLocale;
	Object.assign(m, ...(await Promise.all(names.filter(Boolean).map((name) => fetchPiece(locale, name)))));
}

export function withLocale<T>(_locale: string, work: () => T): T {
	return work();
}
