import { and, eq, getTableColumns } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Database } from '#lib/server/db/client.ts';
import { streams } from '#lib/server/db/schema/streams.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import type { Memo } from '../model/memo.ts';
import { memos } from './table.ts';
import { visibleMemos } from './visible.ts';

const { writtenAt: _, networkId: network, ...columns } = getTableColumns(memos);

type Heard = Memo & { audience: readonly string[] };

/** A memo, and who hears it; null when there is none, or none that this actor may know of. */
export async function memoAt(db: Database, actor: Actor, id: string): Promise<Heard | null> {
	if (!z.uuid().safeParse(id).success) return null;
	const [memo] = await db
		.select({ ...columns, network, audience: streams.audience })
		.from(memos)
		.innerJoin(streams, eq(streams.id, memos.stream))
		.where(and(eq(memos.id, id), visibleMemos(actor)));
	return memo ?? null;
}

/** @throws NotFound where `memoAt` finds none */
export async function findMemo(db: Database, actor: Actor, id: string): Promise<Heard> {
	const memo = await memoAt(db, actor, id);
	if (!memo) throw new NotFound();
	return memo;
}
