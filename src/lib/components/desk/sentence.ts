import { m } from '#lib/i18n/m';

/** Where nobody counts on, because it is much anyway. */
export const many = 100;

/** The sentence of the day: what waits, and what else is to be said, how soon people meet. */
export function sentenceOfTheDay({ addressed, unread }: { addressed: number; unread: number[] }, meets: string | null): string {
	const waits = whatWaits(addressed, unread);
	return meets ? m.desk_sentence({ waits, meets }) : m.desk_sentence_alone({ waits });
}

/** @param unread messages of each meeting, counted up to a hundred */
function whatWaits(addressed: number, unread: number[]): string {
	const count = unread.reduce((sum, one) => sum + one, 0);
	const said = unread.some((one) => one >= many)
		? m.desk_unread_many({ count: Math.floor(count / many) * many })
		: m.desk_unread({ count });
	if (addressed === 0) return count > 0 ? said : m.desk_nothing_unread();
	const waiting = m.desk_waiting({ count: addressed });
	return count > 0 ? m.desk_waiting_and_unread({ waiting, unread: said }) : waiting;
}
