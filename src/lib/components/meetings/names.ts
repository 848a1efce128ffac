import { m } from '#lib/i18n/m';
import type { Formatter } from '#lib/i18n/format.ts';
import type { Meeting } from '#lib/model/meetings/meeting.ts';

/** Which meeting of the network it is: Exchange meeting 3. */
export function meetingName({ kind, number }: Pick<Meeting, 'kind' | 'number'>): string {
	switch (kind) {
		case 'opening':
			return m.meetings_kind_opening();
		case 'exchange':
			return number === null ? m.meetings_kind_exchange() : m.meetings_kind_exchange_n({ number });
		case 'final':
			return m.meetings_kind_final();
		case 'online':
			return m.meetings_kind_online();
	}
}

/** When it is or was, as exactly as it is known. */
export function daysOf({ startsOn, endsOn, precision }: Pick<Meeting, 'startsOn' | 'endsOn' | 'precision'>, format: Formatter): string {
	return precision === 'day' ? format.dateRange(startsOn, endsOn) : format.uncertainDate(startsOn, precision);
}
