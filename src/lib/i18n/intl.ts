import type { Locale } from './locales.ts';

/** How `Intl` is asked for a locale. */
export const intlTags: Record<Locale, string> = { en: 'en-GB', lv: 'lv' };
const made = new Map<string, Intls>();

export type Intls = ReturnType<typeof make>;

/** The browser's or Node's own formatters for a locale and a zone, each made when first asked for. */
export function intl(locale: Locale, timeZone: string): Intls {
	const key = `${locale} ${timeZone}`;
	const known = made.get(key);
	if (known) return known;
	const fresh = make(intlTags[locale], timeZone);
	made.set(key, fresh);
	return fresh;
}

function make(tag: string, timeZone: string) {
	const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { ...options, timeZone });
	return lazily({
		time: () => byTheMinute(dates({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })),
		date: () => dates({ day: 'numeric', month: 'long', year: 'numeric' }),
		dayMonth: () => dates({ day: 'numeric', month: 'long' }),
		dayName: () => dates({ weekday: 'long' }),
		weekday: () => dates({ weekday: 'long', day: 'numeric', month: 'long' }),
		weekdayDate: () => byTheMinute(dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })),
		month: () => dates({ month: 'long' }),
		monthNumber: () => dates({ month: 'numeric' }),
		year: () => dates({ year: 'numeric' }),
		numbers: () => new Intl.DateTimeFormat('en-GB', { timeZone }),
		relative: () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }),
		list: () => new Intl.ListFormat(tag, { type: 'conjunction' }),
		number: () => new Intl.NumberFormat(tag),
		countries: () => new Intl.DisplayNames(tag, { type: 'region' }),
		languages: () => new Intl.DisplayNames(tag, { type: 'language' })
	});
}

/** So many are remembered; beyond, it begins anew. */
const mostMinutes = 5000;

/**
 * Asks once for each minute: a page names two hundred moments, and hundreds read the same page. Since 1972 every zone is whole
 * minutes away.
 */
function byTheMinute(format: Intl.DateTimeFormat): { format(at: Date): string } {
	const said = new Map<number, string>();
	return {
		format(at) {
			const minute = Math.floor(at.getTime() / 60_000);
			const known = said.get(minute);
			if (known !== undefined) return known;
			const text = format.format(at);
			if (said.size >= mostMinutes) said.clear();
			said.set(minute, text);
			return text;
		}
	};
}

type Made<T> = { readonly [K in keyof T]: T[K] extends () => infer R ? R : never };

function lazily<T extends Record<string, () => unknown>>(makers: T): Made<T> {
	const result = {};
	for (const [name, maker] of Object.entries(makers)) {
		Object.defineProperty(result, name, {
			configurable: true,
			get() {
				const value = maker();
				Object.defineProperty(result, name, { value });
				return value;
			}
		});
	}
	return result as Made<T>;
}
