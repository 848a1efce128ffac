import type * as Messages from './compiled/messages.js';
import type { Locale } from './locales.ts';

/** The messages of the reader's locale; set before the first component hydrates. */
export let m: typeof Messages;

/** Fetches the one locale this page is read in. A change of language is a new page. */
export async function loadMessages(locale: Locale): Promise<void> {
	const loaded =
		locale === 'lv'
			? await import('./compiled/messages/lv.js')
			: await import('./compiled/messages/en.js');
	m = loaded as unknown as typeof Messages;
}

export function withLocale<T>(_locale: Locale, work: () => T): T {
	return work();
}
