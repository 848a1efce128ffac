import { describe, expect, test } from 'vitest';
import { writingLanguages, type WritingLanguage } from '#lib/i18n/locales.ts';
import { readPeriod } from '#lib/model/quantities/period.ts';

const languages = Object.keys(writingLanguages) as WritingLanguage[];
const tag = (language: WritingLanguage): string => ({ en: 'en-GB', pt: 'pt-PT' })[language as string] ?? language;

const read = (typed: string, language: WritingLanguage): string => {
	const period = readPeriod(typed, language);
	return 'problem' in period ? period.problem.code : `${period.date} ${period.precision}`;
};

describe.each(languages)('in %s', (language) => {
	test('every month and day is read as Intl writes it', () => {
		const by = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag(language), { ...options, timeZone: 'UTC' });
		const [month, day, short] = [
			by({ month: 'long', year: 'numeric' }),
			by({ day: 'numeric', month: 'long', year: 'numeric' }),
			by({ day: '2-digit', month: '2-digit', year: 'numeric' })
		];
		for (let number = 0; number < 12; number += 1) {
			const at = new Date(Date.UTC(2026, number, 25));
			const iso = at.toISOString().slice(0, 10);
			expect(read(month.format(at), language)).toBe(`${iso.slice(0, 8)}01 month`);
			expect(read(day.format(at), language)).toBe(`${iso} day`);
			expect(read(short.format(at), language)).toBe(`${iso} day`);
		}
	});

	test.each([
		['2016', '2016-01-01 year'],
		[' 2016. ', '2016-01-01 year'],
		['03.2026', '2026-03-01 month'],
		['3/2026', '2026-03-01 month'],
		['2026-03', '2026-03-01 month'],
		['2026.03.', '2026-03-01 month'],
		['15.03.2026', '2026-03-15 day'],
		['5. 3. 2026.', '2026-03-05 day'],
		['04/03/2026', '2026-03-04 day'],
		['2026-03-15', '2026-03-15 day'],
		['March 2026', '2026-03-01 month'],
		['Q2 2026', '2026-04-01 quarter'],
		['2026 Q4', '2026-10-01 quarter'],
		['29.02.2024', '2024-02-29 day'],
		['29.02.2026', 'day_missing'],
		['31.04.2026', 'day_missing'],
		['03/15/2026', 'day_missing'],
		['13.2026', 'day_missing'],
		['00.2026', 'day_missing'],
		['Q5 2026', 'period_unreadable'],
		['2016–2018', 'period_is_two'],
		['01.2016 - 03.2017', 'period_is_two'],
		['March', 'period_without_year'],
		['15.03.', 'period_without_year'],
		['15.03.26', 'period_unreadable'],
		['0026', 'year_unlikely'],
		['20260315', 'period_unreadable'],
		['soon', 'period_unreadable'],
		['', 'period_unreadable'],
		['2026 <b>', 'period_unreadable']
	])('%s', (typed, expected) => {
		expect(read(typed, language)).toBe(expected);
	});
});

test.each<[string, WritingLanguage, string]>([
	['2026. gada marts', 'lv', '2026-03-01 month'],
	['2026. gada martā', 'lv', '2026-03-01 month'],
	['2026. gada 15. martā', 'lv', '2026-03-15 day'],
	['2026. gads', 'lv', '2026-01-01 year'],
	['2026. gada 2. ceturksnis', 'lv', '2026-04-01 quarter'],
	['jūlijā 2026', 'lv', '2026-07-01 month'],
	['2026. gada trešais ceturksnis', 'lv', '2026-07-01 quarter'],
	['the 3rd of March 2026', 'en', '2026-03-03 day'],
	['Sept. 2026', 'en', '2026-09-01 month'],
	['w marcu 2026 r.', 'pl', '2026-03-01 month'],
	['II kwartał 2026', 'pl', '2026-04-01 quarter'],
	['nel marzo 2026', 'it', '2026-03-01 month'],
	['1º trimestre de 2026', 'es', '2026-01-01 quarter'],
	['15 d’agost del 2026', 'ca', '2026-08-15 day'],
	['2026 m. kovo 15 d.', 'lt', '2026-03-15 day'],
	['2026 metai', 'lt', '2026-01-01 year'],
	['marco de 2026', 'pt', '2026-03-01 month'],
	['1er août 2026', 'fr', '2026-08-01 day'],
	['T3 2026', 'fr', '2026-07-01 quarter'],
	['15. mars 2026', 'nb', '2026-03-15 day'],
	['3. kvartal 2026', 'nb', '2026-07-01 quarter']
])('%s (%s)', (typed, language, expected) => {
	expect(read(typed, language)).toBe(expected);
});
