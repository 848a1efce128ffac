import type { DeskPart } from '../noun.ts';
import { screenNouns } from '../nouns.ts';

/** What every noun brings to the desk. */
export async function fetchDeskParts(): Promise<DeskPart[]> {
	const brought = await Promise.all(screenNouns.flatMap(({ desk }) => (desk ? [desk()] : [])));
	return brought.map((one) => one.default as DeskPart);
}
