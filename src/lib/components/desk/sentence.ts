import { m } from '#lib/i18n/m';

/** Where nobody counts on, because it is much anyway. */
export const many = 100;

interface Waiting {
	addressed: number;
	/** Messages of each meeting, counted up to a hundred. */
	unread: number[];
	/** Not so of somebody who is new: what was before them is not new to them, and they have read none of it. */
	hasRead: boolean;
}

/** The sentence of the day: what waits, and what else is to be said, how soon people meet. */
export function sentenceOfTheDay({ hasRead, ...what }: Waiting, meets: string | null): string {
	const waits = whatWaits(what, hasRead ? m.desk_nothing_unread() : m.desk_nothing_yet());
	return meets ? m.desk_sentence({ waits, meets }) : m.desk_sentence_alone({ waits });
}

function whatWaits({ addressed, unread }: Omit<Waiting, 'hasRead'>, nothing: string): string {
	const count = unread.reduce((sum, one) => sum + one, 0);
	const said = unread.some((one) => one >= many)
		? m.desk_unread_many({ count: Math.floor(count / many) * many })
		: m.desk_unread({ count });
	if (addressed === 0) return count > 0 ? said : nothing;
	const waiting = m.desk_waiting({ count: addressed });
	return count > 0 ? m.desk_waiting_and_unread({ waiting, unread: said }) : waiting;
}
