import { createHash, randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { files } from '#lib/server/db/schema/files.ts';
import type { Services } from '#lib/server/services.ts';

/** A picture that somebody has as if uploaded: what the database knows of it, without content. */
export async function leaveFile({ db, clock }: Pick<Services, 'db' | 'clock'>, owner: Person, name: string): Promise<string> {
	const id = randomUUID();
	const network = owner.memberships[0]?.network ?? '';
	await db.insert(files).values({
		id,
		seriesId: id,
		sha256: createHash('sha256').update(id).digest('hex'),
		size: 1000,
		type: 'image/jpeg',
		kind: 'picture',
		name,
		ownerId: owner.id,
		networkId: network,
		width: 1200,
		height: 800,
		createdAt: clock.now()
	});
	return id;
}
