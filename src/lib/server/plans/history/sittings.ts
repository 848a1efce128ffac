import type { EditingSession } from '../../db/editing-sessions.ts';

/** What somebody wrote at one sitting, the newest first: in several parts where others saved in between. */
export type Sitting = [newest: EditingSession, ...older: EditingSession[]];

/** Longest rest within a sitting, in milliseconds: as within a session. */
const rest = 30 * 60_000;

/**
 * Brings together what one person wrote in the same place with less than half an hour between, whoever else saved meanwhile.
 * @param sessions the newest first
 */
export function sittingsOf(sessions: readonly EditingSession[]): Sitting[] {
	const sittings: Sitting[] = [];
	const going = new Map<string, Sitting>();
	for (const session of sessions) {
		const who = `${session.subject} ${session.author_id}`;
		const sitting = going.get(who);
		const last = sitting?.at(-1);
		const rested = last ? new Date(last.begun_at).getTime() - new Date(session.at).getTime() : rest;
		if (sitting && rested < rest && last?.taken_back === null && session.taken_back === null) sitting.push(session);
		else {
			const begun: Sitting = [session];
			sittings.push(begun);
			going.set(who, begun);
		}
	}
	return sittings;
}

/** Its parts; none where nobody else saved in between. */
export function partsOf(sitting: Sitting): { from: number; to: number; at: string }[] {
	if (sitting.length === 1) return [];
	return sitting.map(({ from_n: from, to_n: to, at }) => ({ from, to, at: new Date(at).toISOString() }));
}
