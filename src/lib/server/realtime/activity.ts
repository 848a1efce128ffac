import { countable, recounts, type Envelope } from '#lib/model/events.ts';
import type { Activity } from '#lib/model/protocol.ts';
import type { Services } from '../services.ts';
import { audienceOf } from '../threads/thread-at.ts';
import type { Live } from './live.ts';
import { paced } from './paced.ts';
import { groupRoom } from './access.ts';

/** Milliseconds between two packets, and how many events of a stream one packet lists. */
const [pause, most] = [1000, 100];
/** Milliseconds over which readers spread their asking. */
const spread = 3000;

interface Pending {
	said: Activity['said'];
	/** Something was taken away, or more was said than one packet lists: counting on does not lead to the truth any more. */
	unsure: boolean;
}

/** Announces to those who may hear streams and read elsewhere what was said in them, so that they can count it. Returns the way to stop. */
export function announceActivity(io: Live, services: Services): () => void {
	let pending = new Map<string, Pending>();
	const packets = paced(
		() => void announceAll().catch((err: unknown) => services.log.warn({ err }, 'activity could not be announced')),
		() => pause
	);

	async function announceAll(): Promise<void> {
		const batch = [...pending];
		pending = new Map();
		const placed = await Promise.all(batch.map(async ([stream, so]) => ({ stream, ...so, rooms: await roomsOf(stream) })));
		for (const its of Map.groupBy(placed, ({ rooms }) => rooms.join(' ')).values()) announce(its[0]?.rooms ?? [], its);
	}

	/** Those who may hear it, by their groups; nobody where it is a person's own. */
	async function roomsOf(stream: string): Promise<string[]> {
		return ((await audienceOf(services.db, stream)) ?? []).map(groupRoom).sort();
	}

	/** Who follows the only stream with activity has heard it all; of several streams nobody follows all. */
	function announce(rooms: string[], activities: (Pending & Pick<Activity, 'stream'>)[]): void {
		const [only, ...others] = activities.map(({ stream }) => stream);
		// Told to no room it would be told to all.
		if (rooms.length === 0) return;
		const elsewhere = others.length === 0 ? io.local.to(rooms).except(only ?? '') : io.local.to(rooms);
		if (activities.some(({ unsure }) => unsure)) elsewhere.emit('recount', spread);
		else elsewhere.emit('activity', ...activities.map(({ stream, said }) => ({ stream, said })));
	}

	function heard(envelopes: Envelope[]): void {
		for (const { name, stream, seq, actor } of envelopes) {
			if (!countable[name] && !recounts.has(name)) continue;
			const so = pending.get(stream) ?? { said: [], unsure: false };
			pending.set(stream, so);
			so.unsure ||= recounts.has(name) || so.said.length >= most;
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
