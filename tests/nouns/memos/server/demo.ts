import { randomUUID } from 'node:crypto';
import { cityGroup, personGroup } from '#lib/model/access/groups.ts';
import { none } from '#lib/model/noun.ts';
import type { DemoSeed } from '#lib/server/demo/demo-seed.ts';
import { seedPosts } from '#lib/server/demo/seed-posts.ts';
import { openStream, record } from '#lib/server/events/record.ts';
import { memos } from './table.ts';

/** A memo of Coimbra that a lead hears of too, and what is said in it. */
const memosInDemo: DemoSeed = {
	files: none,
	async seed(tx, ground) {
		const { network, now } = ground;
		const id = randomUUID();
		const stream = `memo:${id}`;
		const [author, lead] = [ground.person('ines.salgueiral'), ground.person('marek.wiosna')];
		const audience = [cityGroup(network, 'co'), personGroup(lead.id)];
		await openStream(tx, { id: stream, network, kind: 'memo', subjectId: id, audience });
		const at = new Date(now.getTime() - 2 * 86_400_000);
		const title = 'Who waters the kumquats';
		await tx.insert(memos).values({ id, networkId: network, city: 'co', title, authorId: author.id, stream, writtenAt: at });
		await record(tx, {
			stream,
			actorId: author.id,
			at,
			event: { name: 'memo.written', payload: { id, network, city: 'co', title, remindOn: null } }
		});
		await seedPosts(tx, ground, { stream, network, kind: 'memo', subjectId: id }, [
			{
				by: 'rui.ponteclara',
				lang: 'en',
				at: { daysBefore: 1, time: '09:00' },
				text: '[@Marek Wiosna](person:marek.wiosna) and [@Elio Fontanella](person:elio.fontanella), who waters them in July?'
			}
		]);
	}
};

export default memosInDemo;
