/** Asked wherever something can be written as it stands or with care; always in the same order. */
export type Care = () => boolean;

/** How many letters may still be read for the sake of fewer breakers; without it what is in doubt is written with care. */
export interface Effort {
	left: number;
}

/** Written with care only where the text would be read as something else without. */
export function sparing(write: (care: Care) => string, says: (written: string) => boolean, effort: Effort): string {
	const bare: boolean[] = [];
	const written = (from: number, to: number): string => {
		let place = -1;
		return write(() => {
			place += 1;
			return !bare[place] && (place < from || place >= to);
		});
	};
	let count = 0;
	const simple = write(() => {
		count += 1;
		return false;
	});
	if (says(simple)) return simple;
	const spare = (from: number, to: number): void => {
		if (from >= to || effort.left <= 0) return;
		const attempt = written(from, to);
		effort.left -= attempt.length;
		if (says(attempt)) for (let place = from; place < to; place += 1) bare[place] = true;
		else if (to - from > 1) halve(from, to);
	};
	const halve = (from: number, to: number): void => {
		const middle = Math.ceil((from + to) / 2);
		spare(from, middle);
		spare(middle, to);
	};
	if (count > 1) halve(0, count);
	return written(0, 0);
}
