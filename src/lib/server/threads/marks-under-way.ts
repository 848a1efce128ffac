import type { Actor } from '#lib/model/access/actor.ts';
import { sharedPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';

/** So long a page waits for marks at most, in milliseconds: in a crowd they are written a fifth of a second later. */
const patience = 500;

/** By person, what they have told of reading and is not written yet: lines hear it, pages wait for it. */
const underWay = sharedPer('marks under way', (_: Services) => new Map<string, Set<Promise<unknown>>>());

/** Writes marks of somebody; a page of theirs that is asked for meanwhile waits for it. */
export async function whileMarking<Result>(services: Services, personId: string, writing: Promise<Result>): Promise<Result> {
	const all = underWay(services);
	const own = all.get(personId) ?? new Set();
	all.set(personId, own.add(writing));
	try {
		return await writing;
	} finally {
		own.delete(writing);
		if (own.size === 0) all.delete(personId);
	}
}

/** Who reads and then asks for another page tells of it as they leave: that page is made when it is written, or in half a second. */
export async function onceMarked(services: Services, actor: Actor): Promise<void> {
	const own = actor.kind === 'person' && underWay(services).get(actor.id);
	if (!own) return;
	let late: ReturnType<typeof setTimeout> | undefined;
	await Promise.race([
		Promise.allSettled(own),
		new Promise((go) => {
			late = setTimeout(go, patience);
		})
	]);
	clearTimeout(late);
}
