import type { Person } from '#lib/model/access/actor.ts';
import { foremost, type PersonTag } from '#lib/model/people/tags.ts';
import { Forbidden } from '../platform/errors.ts';

/** Somebody as what they are in this network. @throws Forbidden when they are nothing in it */
export function tagIn(person: Person, network: string): PersonTag {
	const held = foremost(person.memberships.filter((one) => one.network === network));
	if (!held) throw new Forbidden(network);
	const { city, role, expertKind } = held;
	return { id: person.id, name: person.name, city, role, expertKind };
}
