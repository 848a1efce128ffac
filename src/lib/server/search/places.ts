import { sql } from 'drizzle-orm';
import type { Places } from '#lib/model/search/places.ts';
import { listMeetings } from '../meetings/queries.ts';
import type { Services } from '../platform/services.ts';
import { people } from './kinds/people.ts';
import type { Asking } from './source.ts';

/** More people than these are found by the search alone. */
const mostPeople = 1000;

/** What this actor can be led to by name: the meetings they may read, and the people whom they find in the directory. */
export async function places(services: Services, asking: Asking): Promise<Places> {
	const [meetings, ids] = await Promise.all([
		listMeetings(services.db, asking.actor, asking.locale),
		services.db.execute<{ id: string }>(
			sql`select id from (select id as subject_id, id, name from people) found where ${people.visible(asking)} order by name, id limit ${mostPeople}::int`
		)
	]);
	const known = await people.present(
		services,
		asking,
		ids.map(({ id }) => id)
	);
	return {
		meetings: meetings.map(({ slug, kind, number, host, theme, startsOn }) => ({
			href: `/meetings/${slug}`,
			meeting: { kind, number, host },
			theme,
			startsOn
		})),
		people: ids.flatMap(({ id }) => {
			const shown = known.get(id);
			return shown?.kind === 'person' ? [{ href: shown.href, person: shown.person }] : [];
		})
	};
}
