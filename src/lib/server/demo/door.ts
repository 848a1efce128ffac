import { and, eq, isNull } from 'drizzle-orm';
import { foremost, type PersonTag } from '#lib/model/people/tags.ts';
import { people } from '../db/schema/people.ts';
import { NotFound } from '../platform/errors.ts';
import { currentMemberships } from '../access/memberships.ts';
import type { Services } from '../services.ts';
import { cast } from './cast.ts';

export interface DoorGroup {
	city: string | null;
	people: PersonTag[];
}

/** The cast by city, in the order of the network, those of no city last; nobody in a real installation. */
export async function castAtDoor({ config, db, clock }: Services): Promise<DoorGroup[]> {
	if (!config.demo) return [];
	const rows = await db
		.select({
			id: people.id,
			name: people.name,
			email: people.email,
			memberships: currentMemberships(clock.now())
		})
		.from(people)
		.where(and(eq(people.invented, true), isNull(people.suspendedAt)));
	const place = (email: string) => cast.findIndex((member) => member.email === email);
	const tags = rows
		.sort((a, b) => place(a.email) - place(b.email))
		.flatMap(({ id, name, memberships }) => {
			const held = foremost(memberships);
			return held ? [{ id, name, city: held.city, role: held.role, expertKind: held.expertKind }] : [];
		});
	return [...Map.groupBy(tags, ({ city }) => city)]
		.map(([city, people]) => ({ city, people }))
		.sort((a, b) => Number(a.city === null) - Number(b.city === null));
}

/** @throws NotFound for anybody who is not of the cast, and in a real installation */
export async function requireCast({ config, db }: Services, id: string): Promise<void> {
	const known =
		config.demo && /^[\da-f-]{36}$/.test(id)
			? await db
					.select({ id: people.id })
					.from(people)
					.where(and(eq(people.id, id), eq(people.invented, true)))
			: [];
	if (known.length === 0) throw new NotFound();
}
