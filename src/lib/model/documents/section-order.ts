/** Those of `now` that stand in the same order as before: as many as can be found (longest increasing subsequence). */
export function settledIn(before: readonly string[], now: readonly string[]): Set<string> {
	const places = new Map(before.map((id, place) => [id, place]));
	const both = now.filter((id) => places.has(id));
	const place = (at: number | undefined): number => (at === undefined ? -1 : (places.get(both[at] ?? '') ?? -1));
	/** Of each length, the run that ends earliest; and what stands before each one in its run. */
	const ends: number[] = [];
	const previous: (number | undefined)[] = [];
	for (const at of both.keys()) {
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (place(ends[middle]) < place(at)) low = middle + 1;
			else high = middle;
		}
		previous[at] = ends[low - 1];
		ends[low] = at;
	}
	const settled = new Set<string>();
	for (let at = ends.at(-1); at !== undefined; at = previous[at]) settled.add(both[at] ?? '');
	return settled;
}

export interface Orders {
	base: readonly string[];
	/** The order that the result begins with. */
	standing: readonly string[];
	/** The order whose changes are put into it. */
	coming: readonly string[];
}

/** What an order knows of what holds its members. */
export interface OrderedWithin {
	/** Whether what `coming` put behind `before` goes behind what `standing` put there too. */
	isBeside(coming: string, standing: string, before: string): boolean;
	/** Whether `id` stands first in what holds it, which `after` is in and `before` is not; `before` is '' at the start. */
	isFirst(id: string, before: string, after: string): boolean;
}

const anywhere: OrderedWithin = { isBeside: () => true, isFirst: () => false };

/**
 * One order of two that were made of `base`. What `coming` put or moved somewhere follows what it follows there, behind what
 * `standing` put at the same place. What both moved stands where `standing` has it.
 * @param keeps whether something is to be there at all
 * @param follows what belongs right behind the one before it, whatever the other put there
 */
export function mergeOrder(
	{ base, standing, coming }: Orders,
	keeps: (id: string) => boolean,
	follows: ReadonlySet<string> = new Set(),
	within: OrderedWithin = anywhere
): string[] {
	const known = new Set(base);
	const stands = new Set(standing);
	const comes = new Set(coming);
	const [mySettled, theirSettled] = [settledIn(base, coming), settledIn(base, standing)];
	const start = '';
	const next = new Map<string, string>();
	const previous = new Map<string, string>();
	const link = (one: string, other: string | undefined): void => {
		if (other === undefined) return void next.delete(one);
		next.set(one, other);
		previous.set(other, one);
	};
	let last = start;
	for (const id of standing) {
		if (!keeps(id)) continue;
		link(last, id);
		last = id;
	}
	const isThere = (id: string): boolean => id === start || previous.has(id);
	const take = (id: string): void => {
		const before = previous.get(id);
		if (before === undefined) return;
		const after = next.get(id);
		previous.delete(id);
		next.delete(id);
		link(before, after);
	};
	const moves = (id: string): boolean => {
		if (!known.has(id) || !stands.has(id)) return !stands.has(id);
		return !mySettled.has(id) && theirSettled.has(id);
	};
	/** What stands after a place and stays there; what was put between parts of what was split. */
	const followers = new Map<string, string>();
	const attached = new Set(follows);
	let follower: string | undefined;
	let after: string | undefined;
	for (const id of coming.toReversed()) {
		if (!keeps(id)) continue;
		if (follower !== undefined) followers.set(id, follower);
		if (isThere(id) && !moves(id)) follower = id;
		else if (after !== undefined && attached.has(after)) attached.add(id);
		after = id;
	}
	const moved = coming.filter((id) => keeps(id) && moves(id));
	for (const id of moved) take(id);
	const moving = new Set(moved);
	let behind = start;
	for (const id of coming) {
		if (moving.has(id)) {
			const ahead = followers.get(id);
			if (ahead !== undefined && within.isFirst(id, behind, ahead)) behind = previous.get(ahead) ?? behind;
			else if (!attached.has(id)) {
				const before = behind;
				for (let beside = next.get(behind); beside !== undefined; beside = next.get(behind)) {
					if (comes.has(beside) || !within.isBeside(id, beside, before)) break;
					behind = beside;
				}
			}
			link(id, next.get(behind));
			link(behind, id);
		}
		if (isThere(id)) behind = id;
	}
	const order: string[] = [];
	for (let id = next.get(start); id !== undefined; id = next.get(id)) order.push(id);
	return order;
}
