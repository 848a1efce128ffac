import { eq, type InferSelectModel } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { PersonCard } from '#lib/model/people/card.ts';
import { foremost } from '#lib/model/people/tags.ts';
import { can } from '#lib/model/policy.ts';
import { people } from '../db/schema/people.ts';
import { NotFound } from '../platform/errors.ts';
import type { Services } from '../services.ts';
import { findMember } from './find-member.ts';
import { actOn } from './members.ts';
import { writtenLately } from './written-lately.ts';

const told = {
	does: people.does,
	languages: people.languages,
	timeZone: people.timeZone,
	telephone: people.telephone,
	telephoneSeenBy: people.telephoneSeenBy
} satisfies Partial<Record<keyof InferSelectModel<typeof people>, unknown>>;

/**
 * Somebody as this actor may see them, found as in the directory.
 * @throws NotFound for who is not in it for this actor
 */
export async function openCard({ db, clock }: Services, actor: Actor, { id, locale }: { id: string; locale: string }): Promise<PersonCard> {
	const { name, email, memberships, subject } = await findMember(db, actor, id, clock.now());
	const [[row], wrote] = await Promise.all([
		db.select(told).from(people).where(eq(people.id, id)),
		writtenLately(db, actor, { author: id, locale })
	]);
	const held = foremost(memberships);
	if (!row || !held) throw new NotFound();
	const { telephoneSeenBy, telephone, ...card } = row;
	const isReached = can(actor, 'person.reach', { id, networks: subject.networks, seenBy: telephoneSeenBy });
	const others = memberships.filter((one) => one !== held);
	return {
		...card,
		id,
		name,
		city: held.city,
		role: held.role,
		expertKind: held.expertKind,
		roles: [held, ...others].map(({ role, expertKind, city }) => ({ role, expertKind, city })),
		email,
		telephone: isReached ? telephone : null,
		suspended: subject.suspended,
		act: actOn(actor, subject),
		wrote
	};
}
