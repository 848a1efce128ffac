import { m } from '#lib/i18n/m';
import type { Precision } from '#lib/model/quantities/precision.ts';
import { intl, type Intls } from './intl.ts';
import type { Locale } from './locales.ts';

/** An instant (a Date, or ISO with its offset), or a plain day of the calendar (`2017-03-30`), which is of no zone. */
export type When = Date | string;

/** A clock on the wall of a city. */
export interface ShownClock {
	time: string;
	/** The day there, in words, when it is not the host's. */
	day: string | null;
	name: string;
	/** Whether it is the reader's own time. */
	own: boolean;
}

interface Place {
	name: string;
	timeZone: string;
}

export type Formatter = ReturnType<typeof make>;

const made = new Map<string, Formatter>();

/** Dates, times, numbers and lists in the words of `locale`, instants as the clocks of `timeZone` show them. */
export function formatter(locale: Locale, timeZone: string): Formatter {
	const key = `${locale} ${timeZone}`;
	const known = made.get(key);
	if (known) return known;
	const fresh = make(locale, timeZone);
	made.set(key, fresh);
	return fresh;
}

function make(locale: Locale, timeZone: string) {
	const here = intl(locale, timeZone);
	const plain = intl(locale, 'UTC');
	const of = (when: When): Intls => (isPlain(when) ? plain : here);

	const time = (when: When, zone = timeZone) => clockFace(locale, intl(locale, zone).time.format(instant(when)));
	const date = (when: When) => of(when).date.format(instant(when));
	const dayMonth = (when: When) => of(when).dayMonth.format(instant(when));
	const weekday = (when: When) => of(when).weekday.format(instant(when));
	const together = (day: string, hour: string) => m.shell_day_and_time({ day, time: hour }, { locale });
	const relative = (amount: number, unit: Intl.RelativeTimeFormatUnit) => here.relative.format(amount, unit);
	const sameYear = (a: When, b: When) => here.year.format(instant(a)) === here.year.format(instant(b));

	return {
		/** 9:30 */
		time,
		/** 30 March 2017 */
		date,
		/** 30 March */
		dayMonth,
		/** Thursday 30 March */
		weekday,
		/** Thursday, for 4 */
		dayName: (number: number) => plain.dayName.format(new Date(Date.UTC(1970, 0, 4 + number))),
		/** 9:00, for 9 */
		hour: (number: number) => clockFace(locale, plain.time.format(new Date(Date.UTC(1970, 0, 1, number)))),
		/** Thursday, 30 March 2017 */
		weekdayDate: (when: When) => of(when).weekdayDate.format(instant(when)),
		/** 30 March 2017, 9:30 */
		dayAndTime: (when: When) => together(date(when), time(when)),

		/** Close things by their distance, others by their date: today, 9:30; yesterday, 9:30; 30 March, 9:30. */
		moment(when: When, now: When) {
			const ago = days(here, when) - days(here, now);
			if (ago === 0 || ago === -1) return together(relative(ago, 'day'), time(when));
			return together(sameYear(when, now) ? dayMonth(when) : date(when), time(when));
		},

		/** 27–28 September 2016 */
		dateRange(from: When, to: When) {
			if (instant(from).getTime() === instant(to).getTime()) return date(from);
			const range = of(from).date.formatRange(instant(from), instant(to));
			return range.replace(/^(\d{1,2})\s*–\s*(?=\d{1,2}\s\p{L})/u, '$1–');
		},

		/** A date known to the day, the month, the quarter or the year only. */
		uncertainDate(when: When, precision: Precision) {
			const at = instant(when);
			const year = of(when).year.format(at).replace(/\D/g, '');
			switch (precision) {
				case 'day':
					return date(when);
				case 'month':
					return m.shell_month_of_year({ month: of(when).month.format(at), year }, { locale });
				case 'quarter':
					return m.shell_quarter_of_year({ quarter: Math.ceil(Number(of(when).monthNumber.format(at)) / 3), year }, { locale });
				case 'year':
					return m.shell_year({ year }, { locale });
			}
		},

		/** The same moment by the host's clock and, unless it shows the same, by the reader's. */
		clocks(when: When, host: Place, reader: Place): ShownClock[] {
			const day = (zone: string) => intl(locale, zone).weekday.format(instant(when));
			const hosts = { time: time(when, host.timeZone), day: day(host.timeZone) };
			const own = { time: time(when, reader.timeZone), day: day(reader.timeZone) };
			const same = hosts.time === own.time && hosts.day === own.day;
			const first = { time: hosts.time, day: null, name: host.name, own: same };
			if (same) return [first];
			const otherDay = own.day === hosts.day ? null : own.day;
			return [first, { time: own.time, day: otherDay, name: reader.name, own: true }];
		},

		/** 3 minutes ago; in 2 days; yesterday */
		since(when: When, now: When) {
			const seconds = Math.round((instant(when).getTime() - instant(now).getTime()) / 1000);
			const size = isPlain(when) ? Infinity : Math.abs(seconds);
			if (size < 45) return relative(0, 'second');
			if (size < 45 * 60) return relative(towards(seconds / 60), 'minute');
			if (size < 22 * 3600) return relative(towards(seconds / 3600), 'hour');
			const apart = days(of(when), when) - days(here, now);
			if (Math.abs(apart) < 14) return relative(apart, 'day');
			if (Math.abs(apart) < 60) return relative(towards(apart / 7), 'week');
			if (Math.abs(apart) < 600) return relative(towards(apart / 30.44), 'month');
			return relative(towards(apart / 365.25), 'year');
		},

		/** How many midnights lie between: 0 is today, -1 yesterday. */
		daysFrom: (when: When, now: When) => days(of(when), when) - days(here, now),
		list: (items: readonly string[]) => here.list.format(items),
		number: (value: number) => here.number.format(value),
		/** Rome, for Europe/Rome: zones are named after a place */
		zone: (name: string) => name.split('/').at(-1)?.replaceAll('_', ' ') ?? name,
		/** Latvia, by its ISO code */
		country: (code: string) => here.countries.of(code) ?? code,
		/** Latvian, by its BCP 47 tag */
		language: (tag: string) => here.languages.of(tag) ?? tag,
		/** With a capital, as a sentence begins. */
		sentence: (text: string) => text.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(locale))
	};
}

function isPlain(when: When): when is string {
	return typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when);
}

function instant(when: When): Date {
	return when instanceof Date ? when : new Date(when);
}

/** The number of the day on the calendar of a zone, for differences. */
function days(zone: Intls, when: When): number {
	const parts = zone.numbers.formatToParts(instant(when));
	const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
	return Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000;
}

function towards(value: number): number {
	return value < 0 ? -Math.round(-value) : Math.round(value);
}

/** Latvian writes 9.30. */
function clockFace(locale: Locale, time: string): string {
	return locale === 'lv' ? time.replace(':', '.') : time;
}
