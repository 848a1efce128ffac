import { m } from '#lib/i18n/m';
import type { SearchParts } from '../noun.ts';
import MeetingHit from './MeetingHit.svelte';
import { meetingName } from './names.ts';

const searchParts: SearchParts = {
	meeting: {
		plural: () => m.search_kind_meetings(),
		Hit: MeetingHit,
		option({ href, meeting, startsOn }, { text, lang }, cityOf) {
			const city = cityOf(meeting.host);
			const name = [city?.name, meetingName(meeting)].filter(Boolean).join(' · ');
			return { href, name, says: text, lang, also: startsOn.slice(0, 4), ...(city && { city }) };
		}
	}
};

export default searchParts;
