import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../db/client.ts';
import { meetings } from '../../db/schema/meetings.ts';
import type { DemoSeed } from '../../demo/demo-seed.ts';
import type { DemoGround } from '../../demo/ground.ts';
import { seedPosts } from '../../demo/seed-posts.ts';
import { openMeetingStream } from '../audience.ts';
import { followUp, heldMeetings, type DemoMeeting } from './meetings.ts';
import { coimbraPosts, followUpPosts } from './posts.ts';

/** The meetings of the network, and what is said in two of them. */
const meetingsInDemo: DemoSeed = {
	files: followUpPosts.flatMap(({ files }) => files ?? []),
	async seed(tx, ground) {
		const ahead = followUp(ground.now);
		const talks = new Map([
			['coimbra-2017', coimbraPosts],
			[ahead.slug, followUpPosts]
		]);
		for (const meeting of [...heldMeetings, ahead]) {
			const thread = await seedMeeting(tx, ground, meeting);
			await seedPosts(tx, ground, thread, talks.get(meeting.slug) ?? []);
		}
	}
};

async function seedMeeting(tx: Transaction, { network, city }: DemoGround, { host, ...meeting }: DemoMeeting) {
	const id = randomUUID();
	const { id: hostId, timeZone } = city(host);
	const stream = await openMeetingStream(tx, { id, network });
	await tx.insert(meetings).values({ ...meeting, id, networkId: network, hostId, timeZone, stream });
	return { stream, network, kind: 'meeting', subjectId: id };
}

export default meetingsInDemo;
