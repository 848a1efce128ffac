import { foremost } from '#lib/model/people/tags.ts';
import { networkFrame } from '#lib/server/network/frame.ts';
import { findMember } from '#lib/server/people/find-member.ts';
import { services } from '#lib/server/services.ts';

/**
 * The person whom the address names, and the page where they are listed.
 * @throws NotFound
 */
export async function memberHere({ actor, locale }: App.Locals, id: string) {
	const { db, clock } = services();
	const { name, email, memberships, suspension, subject } = await findMember(db, actor, id, clock.now());
	const { city = null, role = 'reader', expertKind = null } = foremost(memberships) ?? {};
	const { cities } = await networkFrame(db, actor, locale);
	const slug = cities.find(({ code }) => code === city)?.slug;
	const roles = memberships.map((held) => ({ role: held.role, expertKind: held.expertKind }));
	return {
		subject,
		suspension,
		member: { id, name, email, city, role, expertKind, roles },
		place: slug ? `/network/${slug}` : '/network'
	};
}
