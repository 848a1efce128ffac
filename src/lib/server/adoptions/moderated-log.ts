import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { LogPlace } from '#lib/model/adoptions/moderated.ts';
import { adoptionLog, adoptions } from '../db/schema/adoptions.ts';
import { people } from '../db/schema/people.ts';
import type { Looking, ModerationSource } from '../moderation/source.ts';
import type { Services } from '../services.ts';
import { entriesAt } from './entries-at.ts';
import { inLog } from './files-in-log.ts';

const leads = alias(people, 'leads');

/** Entries of logs that were hidden and restored: a lead reads every log of the network. */
export const moderatedLog: ModerationSource<'adoption-log'> = {
	kind: inLog,
	acts: ['log.hidden', 'log.restored'],
	known: null,

	async hidden(services, looking, most) {
		const rows = await services.db
			.select({ id: adoptionLog.id, at: adoptionLog.hiddenAt, by: leads.name, reason: adoptionLog.hiddenReason })
			.from(adoptionLog)
			.innerJoin(adoptions, eq(adoptions.id, adoptionLog.adoptionId))
			.innerJoin(leads, eq(leads.id, adoptionLog.hiddenBy))
			.where(and(eq(adoptions.networkId, looking.network), isNotNull(adoptionLog.hiddenAt)))
			.orderBy(desc(adoptionLog.hiddenAt), desc(adoptionLog.id))
			.limit(most);
		const places = await placesOf(
			services,
			looking,
			rows.map(({ id }) => id)
		);
		return rows.flatMap(({ id, at, by, reason }) => {
			const thing = places.get(id);
			return thing && at ? [{ kind: inLog, id, at: at.toISOString(), by, reason: reason ?? '', thing }] : [];
		});
	},

	present: placesOf
};

async function placesOf({ db }: Services, { lead }: Looking, ids: string[]): Promise<Map<string, LogPlace>> {
	const rows = await entriesAt(db, lead, ids);
	return new Map(rows.map(({ id, page, title, city, author }) => [id, { href: `${page}/log/${id}`, title, city, author }]));
}
