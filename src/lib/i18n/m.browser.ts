import type * as Messages from './compiled/messages.js';
import { baseLocale, isLocale } from './locales.ts';

const pieces = import.meta.glob<Partial<typeof Messages>>(['./messages/*/*.json', '!./messages/*/email.json'], {
	query: '?piece'
});

/** The messages of the pieces that this page and those before it asked for, in the reader's locale. */
export const m = {} as typeof Messages;

/** Fetches pieces in the one locale this page is read in. A change of language is a new page. */
export async function loadMessages(names: readonly string[], lang = document.documentElement.lang): Promise<void> {
	const locale = isLocale(lang) ? lang : baseLocale;
	const loaded = await Promise.all(names.map(async (name) => pieces[`./messages/${locale}/${name}.json`]?.()));
	Object.assign(m, ...loaded);
}

export function withLocale<T>(_locale: string, work: () => T): T {
	return work();
}
