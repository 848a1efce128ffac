import { describe, expect, test } from 'vitest';
import { formatter } from '#lib/i18n/format.ts';

const en = formatter('en', 'Europe/Riga');
const lv = formatter('lv', 'Europe/Riga');
/** 9:30 in Coimbra, 10:30 in Poznań, 11:30 in Daugavpils. */
const opening = '2017-03-30T08:30:00Z';

describe('times and days', () => {
	test('a 24-hour clock, with a dot in Latvian', () => {
		expect(en.time(opening)).toBe('11:30');
		expect(lv.time(opening)).toBe('11.30');
		expect(en.time('2017-03-30T06:05:00Z')).toBe('9:05');
		expect(en.time('2017-03-29T21:00:00Z')).toBe('0:00');
		expect(en.time(opening, 'Europe/Lisbon')).toBe('9:30');
	});

	test('dates in words', () => {
		expect(en.date(opening)).toBe('30 March 2017');
		expect(lv.date(opening)).toBe('2017. gada 30. marts');
		expect(en.weekday(opening)).toBe('Thursday 30 March');
		expect(lv.weekday(opening)).toBe('ceturtdiena, 30. marts');
		expect(en.dayAndTime(opening)).toBe('30 March 2017, 11:30');
		expect(lv.dayAndTime(opening)).toBe('2017. gada 30. marts, plkst. 11.30');
	});

	test('a day of the calendar is the same day in every zone', () => {
		for (const zone of ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Riga']) {
			expect(formatter('en', zone).date('2017-03-30')).toBe('30 March 2017');
			expect(formatter('en', zone).dateRange('2017-03-30', '2017-03-31')).toBe('30–31 March 2017');
		}
	});

	test('ranges of days', () => {
		expect(en.dateRange('2016-09-27', '2016-09-28')).toBe('27–28 September 2016');
		expect(lv.dateRange('2016-09-27', '2016-09-28')).toBe('2016. gada 27.–28. septembris');
		expect(en.dateRange('2016-11-30', '2016-12-01').replace(/\s/g, ' ')).toBe('30 November – 1 December 2016');
		expect(en.dateRange('2016-06-22', '2016-06-22')).toBe('22 June 2016');
	});
});

describe('days that are not known exactly', () => {
	test.each([
		['day', '5 December 2017', '2017. gada 5. decembris'],
		['month', 'December 2017', '2017. gada decembris'],
		['quarter', 'fourth quarter of 2017', '2017. gada 4. ceturksnis'],
		['year', '2017', '2017. gads']
	] as const)('to the %s', (precision, english, latvian) => {
		expect(en.uncertainDate('2017-12-05', precision)).toBe(english);
		expect(lv.uncertainDate('2017-12-05', precision)).toBe(latvian);
	});

	test('every month is in its quarter', () => {
		const quarters = ['01', '03', '04', '06', '07', '09', '10', '12'].map(
			(month) => en.uncertainDate(`2017-${month}-15`, 'quarter').split(' ')[0]
		);
		expect(quarters).toEqual(['first', 'first', 'second', 'second', 'third', 'third', 'fourth', 'fourth']);
	});
});

describe('two clocks', () => {
	const coimbra = { name: 'Coimbra', timeZone: 'Europe/Lisbon' };
	const daugavpils = { name: 'Daugavpils', timeZone: 'Europe/Riga' };

	test('the host’s first, the reader’s beneath, each named by its city', () => {
		expect(en.clocks(opening, coimbra, daugavpils)).toEqual([
			{ time: '9:30', day: null, name: 'Coimbra', own: false },
			{ time: '11:30', day: null, name: 'Daugavpils', own: true }
		]);
	});

	test('one clock is enough where both show the same', () => {
		const vilnius = { name: 'Klaipėda', timeZone: 'Europe/Vilnius' };
		expect(lv.clocks(opening, vilnius, daugavpils)).toEqual([{ time: '11.30', day: null, name: 'Klaipėda', own: true }]);
	});

	test('another day is said', () => {
		const [, mine] = en.clocks('2017-03-30T22:15:00Z', coimbra, daugavpils);
		expect(mine).toEqual({ time: '1:15', day: 'Friday 31 March', name: 'Daugavpils', own: true });
	});
});

describe('distances', () => {
	const now = '2017-03-30T08:30:00Z';

	test.each([
		['2017-03-30T08:29:40Z', 'now', 'tagad'],
		['2017-03-30T08:27:00Z', '3 minutes ago', 'pirms 3 minūtēm'],
		['2017-03-30T06:30:00Z', '2 hours ago', 'pirms 2 stundām'],
		['2017-03-29T06:30:00Z', 'yesterday', 'vakar'],
		['2017-04-01T08:30:00Z', 'in 2 days', 'parīt'],
		['2017-02-27T08:30:00Z', '4 weeks ago', 'pirms 4 nedēļām'],
		['2016-09-27T08:30:00Z', '6 months ago', 'pirms 6 mēnešiem'],
		['2014-03-30T08:30:00Z', '3 years ago', 'pirms 3 gadiem']
	])('%s', (when, english, latvian) => {
		expect(en.since(when, now)).toBe(english);
		expect(lv.since(when, now)).toBe(latvian);
	});

	test('a moment is named by its distance when close, else by its date', () => {
		expect(en.moment('2017-03-30T06:00:00Z', now)).toBe('today, 9:00');
		expect(lv.moment('2017-03-29T06:00:00Z', now)).toBe('vakar, plkst. 9.00');
		expect(en.moment('2017-03-28T06:00:00Z', now)).toBe('28 March, 9:00');
		expect(en.moment('2016-12-28T06:00:00Z', now)).toBe('28 December 2016, 8:00');
	});

	test('a day of the calendar is days away, never hours', () => {
		expect(en.since('2017-03-30', now)).toBe('today');
		expect(en.since('2017-03-31', now)).toBe('tomorrow');
		expect(lv.since('2017-04-08', now)).toBe('pēc 9 dienām');
	});

	test('days are counted by midnights of the reader’s zone', () => {
		expect(en.moment('2017-03-29T20:59:00Z', now)).toBe('yesterday, 23:59');
		expect(en.moment('2017-03-29T21:01:00Z', now)).toBe('today, 0:01');
		expect(en.daysFrom('2017-04-01', now)).toBe(2);
		expect(en.daysFrom('2017-03-30', '2017-03-30T21:30:00Z')).toBe(-1);
	});
});

describe('lists, numbers and names', () => {
	test('lists', () => {
		expect(en.list(['Poznań', 'Daugavpils', 'Genoa'])).toBe('Poznań, Daugavpils and Genoa');
		expect(lv.list(['Poznaņa', 'Daugavpils'])).toBe('Poznaņa un Daugavpils');
	});

	test('numbers', () => {
		expect(en.number(124_400)).toBe('124,400');
		expect(lv.number(124_400.5).replace(/\s/g, ' ')).toBe('124 400,5');
	});

	test('countries and languages', () => {
		expect(en.country('LV')).toBe('Latvia');
		expect(lv.country('PT')).toBe('Portugāle');
		expect(en.language('lt')).toBe('Lithuanian');
		expect(lv.language('lv')).toBe('latviešu');
	});

	test('a sentence begins with a capital', () => {
		expect(lv.sentence(lv.weekday(opening))).toBe('Ceturtdiena, 30. marts');
		expect(lv.sentence('šodien')).toBe('Šodien');
	});
});

test('the moments of a minute are said alike, those of the next are not', () => {
	expect(en.time('2017-03-30T08:30:59.999Z')).toBe('11:30');
	expect(en.time('2017-03-30T08:31:00Z')).toBe('11:31');
	expect(en.weekdayDate('2017-03-29T20:59:59.999Z')).toBe('Wednesday, 29 March 2017');
	expect(en.weekdayDate('2017-03-29T21:00:00Z')).toBe('Thursday, 30 March 2017');
});
