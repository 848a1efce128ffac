import { randomUUID } from 'node:crypto';
import { visitor, type Actor, type Person } from '#lib/model/access/actor.ts';
import { openStream } from '#lib/server/events/record.ts';
import { writePost } from '#lib/server/threads/write-post.ts';
import type { Column } from '../policy-matrix.ts';
import type { TestServices } from '../support/database.ts';
import { saying } from '../support/saying.ts';
import type { SmallNetwork } from '../support/thread.ts';
import { memos } from './memos/server/table.ts';

/** A memo with a post in its thread, whoever may do something with it. */
export interface LeftMemo {
	id: string;
	network: string;
	stream: string;
	audience: string[];
	/** Id of who wrote it; null for somebody whom the table does not ask about. */
	author: string | null;
	/** Id of the post. */
	post: string;
}

/** Somebody of a column of the table. A visitor has an id that is nobody's. */
export interface MemoPerson {
	id: string;
	actor: Actor;
}

/** Leaves a memo as it is wanted, past the rules. */
export async function leaveMemo(
	{ db, sql, clock }: TestServices,
	wanted: Pick<LeftMemo, 'network' | 'audience' | 'author'>
): Promise<LeftMemo> {
	const [id, post] = [randomUUID(), randomUUID()];
	const { network, audience, author } = wanted;
	const stream = `memo:${id}`;
	const now = clock.now();
	const [writer] = await sql<{ id: string; name: string }[]>`select id, name from people where name = 'Ilze'`;
	if (!writer) throw new Error('Nobody writes memos here');
	const people = await sql<{ id: string }[]>`select id from people where id = ${author}`;
	await db.transaction(async (tx) => {
		await openStream(tx, { id: stream, network, kind: 'memo', subjectId: id, audience });
		const authorId = people[0]?.id ?? writer.id;
		await tx.insert(memos).values({ id, networkId: network, city: 'co', title: 'Left here', authorId, stream, writtenAt: now });
		const tag = { ...writer, city: 'co', role: 'officer', expertKind: null } as const;
		await writePost(tx, { id: post, stream, author: tag, root: null, doc: saying('Left here'), lang: 'en', now });
	});
	return { ...wanted, id, stream, post };
}

/** Somebody for each column of the table. */
export async function memoPeople({ sql, clock }: TestServices, network: SmallNetwork): Promise<Record<Column, MemoPerson>> {
	const suspended = await network.person('Suspended');
	await sql`update people set suspended_at = ${clock.now()} where id = ${suspended.id}`;
	const expert = { role: 'expert', city: null, expertKind: 'lead' } as const;
	const another = randomUUID();
	await sql`
		insert into networks (id, slug, name, motto, funding_line, about, created_at)
		select ${another}, 'another', 'Another', motto, funding_line, about, created_at from networks where id = ${network.id}`;
	const foreign = await network.person('Foreign', { ...expert, network: another });
	await sql`
		insert into memberships (id, person_id, network_id, role, expert_kind, starts_at)
		values (${randomUUID()}, ${foreign.id}, ${another}, 'expert', 'lead', ${clock.now()})`;
	const of = (actor: Person): MemoPerson => ({ id: actor.id, actor });
	return {
		V: { id: randomUUID(), actor: visitor },
		S: of({ ...suspended, suspended: true }),
		F: of(foreign),
		R: of(await network.person('Reader', { role: 'reader', city: null })),
		L: of(await network.person('Local', { role: 'local' })),
		O: of(await network.person('Officer')),
		X: of(await network.person('Expert', expert)),
		C: of(await network.person('Coordinator', { role: 'coordinator' })),
		M: of(await network.person('Lead', { role: 'lead', city: null }))
	};
}
