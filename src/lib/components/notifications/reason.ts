import { m } from '#lib/i18n/m';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { NotificationKind } from '#lib/model/notifications/kinds.ts';
import type { CityOf } from '../ui/cities.ts';

/** Why something is addressed to the reader, as a sentence. */
export function reasonOf(kind: NotificationKind, { who, city, inOwnDiscussion, state, says }: Card, cityOf: CityOf): string {
	if (says !== undefined) return says;
	const name = who?.name ?? m.inbox_somebody();
	switch (kind) {
		case 'mention':
			return m.inbox_mentioned_you({ name });
		case 'city':
			return m.inbox_mentioned_city({ name, city: cityOf(city)?.name ?? m.inbox_your_city() });
		case 'reply':
			return m.inbox_answered_you({ name });
		case 'follow':
			return inOwnDiscussion ? m.inbox_answered_along({ name }) : m.inbox_wrote({ name });
		case 'assignment':
			return m.inbox_assigned({ name });
		case 'invitation':
			return m.inbox_invited({ name });
		case 'decision':
			return m.inbox_decided({ name });
		case 'reminder':
			return m.inbox_reminder();
		case 'moderation':
			return state === 'hidden' ? m.inbox_hid_yours({ name }) : m.inbox_restored_yours({ name });
	}
}
