import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import type { TestServices } from './database.ts';
import { fileDesk } from './file-desk.ts';
import { saying } from './saying.ts';
import { smallNetwork } from './thread.ts';

/** People of a network who post files in its thread, hand them in and ask for them. */
export async function filesInPosts(services: TestServices) {
	const network = await smallNetwork(services);
	const desk = await fileDesk(services);
	const [ilze, elio, claire, marek] = [
		await network.person('Ilze'),
		await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' }),
		await network.person('Claire', { role: 'reader', city: null }),
		await network.person('Marek', { role: 'lead' })
	];
	const post = (actor: Person, attached: { id: string; alt?: string }[], commandId: string = randomUUID()) =>
		postInMeeting(services, actor, { commandId, slug: network.slug, doc: saying('See this'), lang: 'en', files: attached });
	return { ...network, ...desk, ilze, elio, claire, marek, post };
}
