import type { Envelope } from '#lib/model/events.ts';
import type { Tab } from './browser.ts';

/** How often something happens to a packet, from 0 to 1. */
export interface Odds {
	lost: number;
	twice: number;
	late: number;
}

export const faithful: Odds = { lost: 0, twice: 0, late: 0 };
export const careless: Odds = { lost: 0.01, twice: 0.15, late: 0.15 };

/** Longest that a late packet is overtaken by others, in milliseconds. */
const latest = 120;

/** Delivers with these odds; they may change while it delivers. */
export function delivery(odds: Odds): Tab['deliver'] {
	return (envelope, hear) => {
		if (Math.random() < odds.lost) return;
		const arrive = () => hear(structuredClone<Envelope>(envelope));
		if (Math.random() < odds.late) setTimeout(arrive, Math.random() * latest);
		else arrive();
		if (Math.random() < odds.twice) arrive();
	};
}
