import { locales, type Locale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { MeetingTag } from '#lib/model/meetings/found.ts';
import type { Said } from '../search/source.ts';

/** Which meeting of the network it is, in a language: Exchange meeting 3. */
export function meetingNameIn({ kind, number }: Pick<MeetingTag, 'kind' | 'number'>, locale: Locale): string {
	const said = { locale };
	switch (kind) {
		case 'opening':
			return m.meetings_kind_opening({}, said);
		case 'exchange':
			return number === null ? m.meetings_kind_exchange({}, said) : m.meetings_kind_exchange_n({ number }, said);
		case 'final':
			return m.meetings_kind_final({}, said);
		case 'online':
			return m.meetings_kind_online({}, said);
	}
}

/** What a meeting is called by its kind, in every interface language. */
export function meetingWords(meeting: Pick<MeetingTag, 'kind' | 'number'>): Said[] {
	return locales.map((locale) => ({ text: meetingNameIn(meeting, locale), lang: locale, weight: 'B' }));
}
