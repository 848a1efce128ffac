import { countable, recounts, type Envelope } from '#lib/model/events.ts';
import type { Activity } from '#lib/model/protocol.ts';
import { networkOfStream } from '../meetings/queries.ts';
import type { Services } from '../services.ts';
import type { Live } from './live.ts';
import { paced } from './paced.ts';
import { networkRoom } from './access.ts';

/** Milliseconds between two packets, and how many events of a stream one packet lists. */
const [pause, most] = [1000, 100];
/** Milliseconds over which readers spread their asking. */
const spread = 3000;

interface Pending {
	said: Activity['said'];
	/** Something was taken away, or more was said than one packet lists: counting on does not lead to the truth any more. */
	unsure: boolean;
}

/** Announces to readers elsewhere in a network what was said in its streams, so that they can count it. Returns the way to stop. */
export function announceActivity(io: Live, services: Services): () => void {
	let pending = new Map<string, Pending>();
	const packets = paced(
		() => void announceAll().catch((err: unknown) => services.log.warn({ err }, 'activity could not be announced')),
		() => pause
	);

	async function announceAll(): Promise<void> {
		const batch = [...pending];
		pending = new Map();
		const placed = await Promise.all(
			batch.map(async ([stream, so]) => ({ stream, ...so, network: await networkOfStream(services.db, stream) }))
		);
		for (const [network, its] of Map.groupBy(placed, (one) => one.network)) if (network) announce(network, its);
	}

	/** Who follows the only stream with activity has heard it all; of several streams nobody follows all. */
	function announce(network: string, activities: (Pending & Pick<Activity, 'stream'>)[]): void {
		const [only, ...others] = activities.map(({ stream }) => stream);
		const elsewhere = others.length === 0 ? io.local.to(networkRoom(network)).except(only ?? '') : io.local.to(networkRoom(network));
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
