import type { Actor } from '#lib/model/access/actor.ts';
import { partnerRoles } from '#lib/model/access/holds.ts';
import type { PracticeList } from '#lib/model/practices/list-address.ts';
import type { PracticesPage } from '#lib/model/practices/listed.ts';
import { parseList } from '#lib/model/practices/parse-list.ts';
import { can } from '#lib/model/policy.ts';
import { authorize } from '../../access/authorize.ts';
import { homeNetwork } from '../../access/home.ts';
import type { Services } from '../../services.ts';
import { listPractices, onAPage, type ListAsking } from './list-practices.ts';
import { ownValues } from './own-values.ts';
import { waitingDrafts } from './waiting-drafts.ts';

/**
 * The list of the actor's network as an address asks for it, and what waits above it.
 * @throws Forbidden for anybody outside
 */
export async function practicesPage(
	services: Services,
	{ actor, locale }: { actor: Actor; locale: string },
	params: URLSearchParams
): Promise<PracticesPage> {
	const network = homeNetwork(actor);
	const person = authorize(actor, 'network.read', { network });
	const { own, themes } = await ownValues(services.db, network, locale);
	const { list, ignored } = parseList(params, own);
	const [{ asked, listed }, drafts] = await Promise.all([
		upToTheLast(services, { person, network, locale, now: services.clock.now() }, list),
		waitingDrafts(services.db, person, network)
	]);
	const city = person.memberships.find((held) => held.network === network && held.city && partnerRoles.includes(held.role))?.city;
	const tells = city && can(person, 'practice.write', { network, city }) ? city : null;
	return { asked, ignored, listed, themes, drafts, tells, inNetwork: network, onAPage };
}

/** The page that is asked for; where the list has become shorter than that, its last one. */
async function upToTheLast(services: Services, asking: ListAsking, asked: PracticeList): Promise<Pick<PracticesPage, 'asked' | 'listed'>> {
	const listed = await listPractices(services, asking, asked);
	const last = Math.max(1, Math.ceil(listed.count / onAPage));
	if (asked.page <= last) return { asked, listed };
	const shorter = { ...asked, page: last };
	return { asked: shorter, listed: await listPractices(services, asking, shorter) };
}
