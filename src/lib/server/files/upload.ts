import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { files, uploads } from '../db/schema/files.ts';
import { NotFound } from '../platform/errors.ts';
import { parse } from '../platform/parse.ts';
import { tagIn } from '../access/tag-in.ts';
import type { Services } from '../services.ts';
import { forget, prepareIncoming } from './incoming.ts';
import { accountOf, bytesKept, lockAccount } from './quota.ts';
import { visibleFiles } from './read.ts';
import { hiddenUses } from './subjects.ts';
import { FileRefused } from './refused.ts';

/** What one person may have under way at the same time. */
const mostAtOnce = 40;

const input = z.object({
	id: z.uuid(),
	network: z.uuid(),
	name: z.string().max(1000),
	size: z.number().int().nonnegative(),
	replaces: z.uuid().nullable().default(null)
});

export type Upload = typeof uploads.$inferSelect;

/**
 * Makes room for a file, before its first byte: whether this person may, and whether it fits, is asked here.
 * @throws Forbidden, FileRefused, NotFound when it is to replace what is not the person's own or out of their sight
 */
export async function beginUpload({ db, config, clock }: Services, actor: Actor, raw: unknown): Promise<void> {
	const { id, network, name, size, replaces } = parse(input, raw);
	const person = authorize(actor, 'file.add', { network });
	if (size === 0) throw new FileRefused('empty');
	if (size > config.files.largest) throw new FileRefused('too_large');
	if (replaces !== null && !(await isOwn(db, person, replaces))) throw new NotFound();
	const { city } = tagIn(person, network);
	await db.transaction(async (tx) => {
		const account = await accountOf(tx, { network, city, ownerId: person.id });
		await lockAccount(tx, account);
		if ((await bytesKept(tx, account)) + size > config.files.quota) throw new FileRefused('quota');
		const [open] = await tx.select({ n: count() }).from(uploads).where(eq(uploads.ownerId, person.id));
		if ((open?.n ?? 0) >= mostAtOnce) throw new FileRefused('too_many');
		await tx.insert(uploads).values({ ...account, id, networkId: network, name, size, replaces, createdAt: clock.now() });
		await prepareIncoming(config.files, id);
	});
}

/** Others would keep it in sight with a version over it, wherever theirs stands, and among the versions of its owner. */
async function isOwn(db: Services['db'], person: Person, id: string): Promise<boolean> {
	const [own] = await db
		.select({ id: files.id })
		.from(files)
		.where(and(eq(files.id, id), eq(files.ownerId, person.id), visibleFiles(person, await hiddenUses(db, person, id))));
	return own !== undefined;
}

/** What somebody is uploading. @throws NotFound, also for everybody else's */
export async function findUpload({ db }: Pick<Services, 'db'>, actor: Actor, id: string): Promise<Upload> {
	if (actor.kind === 'visitor' || actor.suspended || !z.uuid().safeParse(id).success) throw new NotFound();
	const [upload] = await db
		.select()
		.from(uploads)
		.where(and(eq(uploads.id, id), eq(uploads.ownerId, actor.id)));
	if (!upload) throw new NotFound();
	return upload;
}

/** Gives up what was being uploaded; a file that came of it and stands nowhere goes once its grace is over. */
export async function cancelUpload({ db, config, clock }: Services, actor: Actor, id: string): Promise<void> {
	if (actor.kind === 'person' && z.uuid().safeParse(id).success) {
		const own = and(eq(files.id, id), eq(files.ownerId, actor.id));
		const released = await db.update(files).set({ releasedAt: clock.now() }).where(own).returning({ id: files.id });
		if (released.length > 0) return;
	}
	const upload = await findUpload({ db }, actor, id);
	await db.delete(uploads).where(eq(uploads.id, upload.id));
	await forget(config.files, id);
}
