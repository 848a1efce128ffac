import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { openThread, type Window } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import type { TestServices } from './database.ts';
import { saying } from './saying.ts';
import { smallNetwork } from './thread.ts';

const atOnce = 100;

/** A thread in which somebody asks and somebody answers. */
export async function talk(services: TestServices) {
	const network = await smallNetwork(services);
	const [ilze, rui] = [await network.person('Ilze'), await network.person('Rui')];
	const say = (person: Person, replyTo: number | null = null, stream = network.stream) =>
		postMessage(services, person, { commandId: randomUUID(), stream, doc: saying('A word'), lang: 'en', replyTo });
	return {
		network,
		ilze,
		rui,
		say,
		/** So many answers, which take the places after what is there. */
		async answers(count: number, to: number, by = rui): Promise<void> {
			// Those that are said at once are written by one statement.
			for (let n = 0; n < count; n += atOnce)
				await Promise.all(Array.from({ length: Math.min(atOnce, count - n) }, () => say(by, to)));
		},
		read: (person: Person, seq: number) => markRead(services, person, { read: [{ stream: network.stream, seq }] }),
		async open(person: Person, window: Window = {}) {
			const { thread } = await openThread(services.db, person, { stream: network.stream, locale: 'en', window });
			return { ...thread, places: thread.posts.map(({ seq }) => seq) };
		}
	};
}
