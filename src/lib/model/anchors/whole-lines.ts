import type { TextLine } from './token-rows.ts';

/** Shorter lines (captions, "Yes", a number) say too little to be known again by themselves. */
const telling = 12;

/**
 * Of each line of the old text the line of the new one that is the same, word by word; -1 where there is none, or where it
 * cannot be said which. The block's id decides, then that it stands once in both, then its neighbours.
 */
export function wholeLines(old: readonly TextLine[], now: readonly TextLine[]): Int32Array {
	const pairs = new Int32Array(old.length).fill(-1);
	const taken = new Uint8Array(now.length);
	const take = (one: number, other: number): void => {
		pairs[one] = other;
		taken[other] = 1;
	};
	const byId = new Map<string, number>();
	now.forEach(({ id }, place) => id !== undefined && byId.set(id, place));
	old.forEach(({ id, text }, place) => {
		const same = id === undefined ? undefined : byId.get(id);
		if (same !== undefined && now[same]?.text === text) take(place, same);
	});
	const alone = (lines: readonly TextLine[], isTaken: (place: number) => boolean): Map<string, number> => {
		const found = new Map<string, number>();
		lines.forEach(({ text }, place) => {
			if (!isTaken(place)) found.set(text, found.has(text) ? -1 : place);
		});
		return found;
	};
	const nows = alone(now, (place) => taken[place] === 1);
	for (const [text, place] of alone(old, (one) => (pairs[one] ?? -1) >= 0)) {
		const same = nows.get(text) ?? -1;
		if (place >= 0 && same >= 0 && text.length > telling) take(place, same);
	}
	const extend = (step: 1 | -1): void => {
		for (let at = step > 0 ? 0 : old.length - 1; at >= 0 && at < old.length; at += step) {
			if ((pairs[at] ?? -1) >= 0) continue;
			const edge = step > 0 ? at === 0 : at === old.length - 1;
			const beside = edge ? (step > 0 ? -1 : now.length) : (pairs[at - step] ?? -1);
			if (!edge && beside < 0) continue;
			const next = beside + step;
			if (next >= 0 && next < now.length && taken[next] === 0 && now[next]?.text === old[at]?.text) take(at, next);
		}
	};
	extend(1);
	extend(-1);
	return pairs;
}
