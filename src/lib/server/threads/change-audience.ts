import { eq, sql } from 'drizzle-orm';
import { newcomers } from '../access/newcomers.ts';
import type { Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { streams } from '../db/schema/streams.ts';
import { NotFound } from '../platform/errors.ts';
import { passOverFor } from './pass-over-before.ts';
import { forgetThread } from './thread-at.ts';

/**
 * Changes who may hear a thread, within the command that changes it. The stream is locked until the commit, as `record`
 * locks it. For people who may hear it from now on, what was said before counts as passed over. After the commit, before what
 * was recorded is handed out, lines of people who may hear it no more are cut; triggers tell other processes and the index.
 * @param audience all the groups that may hear it, as the noun of its kind says
 * @throws NotFound when there is no such thread
 */
export async function changeAudience(
	tx: Transaction,
	{ now, services, afterwards }: Pick<Context<unknown>, 'now' | 'services' | 'afterwards'>,
	{ stream, audience }: { stream: string; audience: string[] }
): Promise<void> {
	const [thread] = await tx.select().from(streams).where(eq(streams.id, stream)).for('no key update');
	if (!thread?.networkId) throw new NotFound();
	const before = thread.audience;
	const gone = before.filter((group) => !audience.includes(group));
	const come = audience.filter((group) => !before.includes(group));
	if (gone.length + come.length === 0) return;
	await tx
		.update(streams)
		.set({ audience: sql`${sql.param(audience)}::text[]` })
		.where(eq(streams.id, stream));
	await passOverFor(tx, { stream, people: await newcomers(tx, { before, audience, now }) });
	afterwards(() => {
		forgetThread(services.db, stream);
		services.audienceChanged.announce({ stream, audience, gone, come });
	});
}
