/** Where one of a list stands that is compared with what the list was before. */
export interface Together {
	id: string;
	became: 'kept' | 'added' | 'removed';
	/** Whether it stands elsewhere among those that were kept. */
	moved: boolean;
}

/** The longest run of places that goes on rising, as the set of its values. */
function longestRise(values: readonly number[]): Set<number> {
	const lengths: number[] = [];
	const from: number[] = [];
	let end = -1;
	for (const [at, value] of values.entries()) {
		let [length, before] = [1, -1];
		for (let earlier = 0; earlier < at; earlier += 1) {
			const its = lengths[earlier] ?? 0;
			if ((values[earlier] ?? 0) < value && its >= length) [length, before] = [its + 1, earlier];
		}
		lengths.push(length);
		from.push(before);
		if (end < 0 || length > (lengths[end] ?? 0)) end = at;
	}
	const rise = new Set<number>();
	for (let at = end; at >= 0; at = from[at] ?? -1) rise.add(values[at] ?? 0);
	return rise;
}

/**
 * Two orders of ids as one list: that of `after`, with what was removed behind what it stood behind. As few as possible count as
 * moved.
 */
export function together(before: readonly string[], after: readonly string[]): Together[] {
	const places = new Map(before.map((id, place) => [id, place]));
	const stays = new Set(after);
	const unmoved = longestRise(after.flatMap((id) => places.get(id) ?? []));
	const behind = Map.groupBy(
		before.filter((id) => !stays.has(id)),
		(id) => before.slice(0, places.get(id)).findLast((one) => stays.has(one)) ?? null
	);
	const gone = (id: string | null) => (behind.get(id) ?? []).map((one): Together => ({ id: one, became: 'removed', moved: false }));
	const standing = after.flatMap((id): Together[] => {
		const place = places.get(id);
		const own: Together =
			place === undefined ? { id, became: 'added', moved: false } : { id, became: 'kept', moved: !unmoved.has(place) };
		return [own, ...gone(id)];
	});
	return [...gone(null), ...standing];
}
