import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { markRead } from '#lib/server/meetings/mark-read.ts';
import { postMessage } from '#lib/server/meetings/post-message.ts';
import { openThread, type Window } from '#lib/server/meetings/thread.ts';
import type { TestServices } from './database.ts';
import { saying } from './saying.ts';
import { smallNetwork } from './thread.ts';

/** A thread in which somebody asks and somebody answers. */
export async function talk(services: TestServices) {
	const network = await smallNetwork(services);
	const [ilze, rui] = [await network.person('Ilze'), await network.person('Rui')];
	const say = (person: Person, replyTo: number | null = null, slug = network.slug) =>
		postMessage(services, person, { commandId: randomUUID(), slug, doc: saying('A word'), lang: 'en', replyTo });
	return {
		network,
		ilze,
		rui,
		say,
		/** So many answers, which take the places after what is there. */
		async answers(count: number, to: number, by = rui): Promise<void> {
			for (let n = 0; n < count; n += 1) await say(by, to);
		},
		read: (person: Person, seq: number) => markRead(services, person, { read: [{ stream: network.stream, seq }] }),
		async open(person: Person, window: Window = {}) {
			const { thread } = await openThread(services.db, person, { slug: network.slug, locale: 'en', window });
			return { ...thread, places: thread.posts.map(({ seq }) => seq) };
		}
	};
}
