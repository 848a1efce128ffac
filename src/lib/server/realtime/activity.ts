import { countable, type Envelope } from '#lib/model/events.ts';
import type { Stir } from '#lib/model/protocol.ts';
import type { Services } from '../platform/services.ts';
import { audienceOf } from '../threads/thread-at.ts';
import type { Live } from './live.ts';
import { paced } from './paced.ts';
import { groupRoom } from './access.ts';

/** Between two packets, in milliseconds, and how much of a rush in a stream one packet tells. */
const [pause, most] = [1000, 100];
/** Over how long readers spread their asking, in milliseconds. */
const spread = 3000;

interface Stirred {
	said: Stir['said'];
	/** Something was taken away, or more was said than is told: counting on does not lead to the truth any more. */
	unsure: boolean;
}

/** Tells those who may hear streams and read elsewhere what was said in them, so that they can count it. Returns the way to stop. */
export function stirring(io: Live, services: Services): () => void {
	let stirred = new Map<string, Stirred>();
	const packets = paced(
		() => void tellAll().catch((err: unknown) => services.log.warn({ err }, 'a stir could not be told')),
		() => pause
	);

	async function tellAll(): Promise<void> {
		const told = [...stirred];
		stirred = new Map();
		const heard = await Promise.all(told.map(async ([stream, so]) => ({ stream, ...so, rooms: await roomsOf(stream) })));
		for (const its of Map.groupBy(heard, ({ rooms }) => rooms.join(' ')).values()) tell(its[0]?.rooms ?? [], its);
	}

	/** Those who may hear it, by their groups; nobody where it is a person's own. */
	async function roomsOf(stream: string): Promise<string[]> {
		return ((await audienceOf(services.db, stream)) ?? []).map(groupRoom).sort();
	}

	/** Who follows the only stream that was stirred has heard it all; of several streams nobody follows all. */
	function tell(rooms: string[], stirs: (Stirred & Pick<Stir, 'stream'>)[]): void {
		const [only, ...others] = stirs.map(({ stream }) => stream);
		// Told to no room it would be told to all.
		if (rooms.length === 0) return;
		const elsewhere = others.length === 0 ? io.local.to(rooms).except(only ?? '') : io.local.to(rooms);
		if (stirs.some(({ unsure }) => unsure)) elsewhere.emit('recount', spread);
		else elsewhere.emit('stir', ...stirs.map(({ stream, said }) => ({ stream, said })));
	}

	function heard(envelopes: Envelope[]): void {
		for (const { name, stream, seq, actor } of envelopes) {
			if (!countable[name] && !takesAway.includes(name)) continue;
			const so = stirred.get(stream) ?? { said: [], unsure: false };
			stirred.set(stream, so);
			so.unsure ||= takesAway.includes(name) || so.said.length >= most;
			if (!so.unsure) so.said.push([seq, actor]);
			packets.due('');
		}
	}

	const stopHearing = services.feed.overhear(heard);
	return () => {
		stopHearing();
		packets.stop();
	};
}

const takesAway: Envelope['name'][] = ['post.deleted', 'post.hidden', 'post.restored'];
