import { inArray } from 'drizzle-orm';
import { foremost } from '#lib/model/people/tags.ts';
import { can } from '#lib/model/policy.ts';
import { currentMemberships } from '../access/memberships.ts';
import { people } from '../db/schema/people.ts';
import type { ModerationSource } from '../moderation/source.ts';
import { asMember } from './find-member.ts';

/** People whom leads suspended and readmitted. */
export const moderatedPeople: ModerationSource<'person'> = {
	kind: 'person',
	acts: ['person.suspended', 'person.readmitted'],
	known: null,
	hidden: null,

	async present({ db, clock }, { lead, network }, ids) {
		const rows = await db
			.select({ id: people.id, name: people.name, suspendedAt: people.suspendedAt, memberships: currentMemberships(clock.now()) })
			.from(people)
			.where(inArray(people.id, ids));
		return new Map(
			rows.map(({ id, name, suspendedAt, memberships }) => {
				const held = foremost(memberships.filter((one) => one.network === network));
				const readmittable = can(lead, 'person.readmit', asMember(id, suspendedAt !== null, memberships));
				return [id, { id, name, listed: held !== undefined, readmittable }];
			})
		);
	}
};
