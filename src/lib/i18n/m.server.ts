import { AsyncLocalStorage } from 'node:async_hooks';
import * as messages from './compiled/messages.js';
import { overwriteGetLocale } from './compiled/runtime.js';
import { baseLocale, type Locale } from './locales.ts';

const reading = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => reading.getStore() ?? baseLocale);

/** All messages; each speaks the locale of the running request, or the one passed as `{ locale }`. */
export const m = messages;

/** Runs `work` with every message in `locale`. */
export function withLocale<T>(locale: Locale, work: () => T): T {
	return reading.run(locale, work);
}

/** Only the browser loads messages; on the server all locales are at hand. */
export async function loadMessages(_names: readonly string[], _lang?: string): Promise<void> {}
