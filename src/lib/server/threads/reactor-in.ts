import type { Person } from '#lib/model/access/actor.ts';
import type { Reactor } from '#lib/model/threads/reactions.ts';
import { tagIn } from '../access/tag-in.ts';

/** Who reacts, as readers see it: with the city for which they work in this network. */
export function reactorIn(person: Person, network: string): Reactor {
	const { id, name, city } = tagIn(person, network);
	return { id, name, city };
}
