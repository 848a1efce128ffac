import { NotFound } from '../platform/errors.ts';

/** Ids in their order with `id` behind `after`, or in the first place. @throws NotFound where `after` is in no place of it */
export function placed(all: readonly string[], id: string, after: string | null): string[] {
	const others = all.filter((one) => one !== id);
	const place = after === null ? 0 : others.indexOf(after) + 1;
	if (after !== null && place === 0) throw new NotFound();
	return [...others.slice(0, place), id, ...others.slice(place)];
}
