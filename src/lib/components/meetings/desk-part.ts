import { m } from '#lib/i18n/m';
import type { Formatter } from '#lib/i18n/format.ts';
import type { NearestMeeting } from '#lib/model/meetings/shown.ts';
import type { DeskPart } from '../noun.ts';
import NearestPanel from './NearestPanel.svelte';

const deskPart: DeskPart<'meetings'> = { name: 'meetings', stands: 'beside', Panel: NearestPanel, sentence };

/** How soon people meet. */
function sentence(nearest: NearestMeeting | null, format: Formatter, now: string): string | null {
	if (nearest === null || nearest.nearness === 'past') return null;
	if (nearest.nearness === 'now') return m.desk_meeting_now();
	const { startsOn, precision } = nearest.meeting;
	return precision === 'day'
		? m.desk_meeting_begins({ when: format.since(startsOn, now) })
		: m.desk_meeting_planned({ when: format.uncertainDate(startsOn, precision) });
}

export default deskPart;
