import { countable, type Envelope } from '#lib/model/events.ts';
import type { Stir } from '#lib/model/protocol.ts';
import { networkOfStream } from '../meetings/queries.ts';
import type { Services } from '../services.ts';
import type { Live } from './live.ts';
import { paced } from './paced.ts';
import { networkRoom } from './standing.ts';

/** Between two packets about a stream, in milliseconds, and how much of a rush one packet tells. */
const [pause, most] = [1000, 100];
/** Over how long readers spread their asking, in milliseconds. */
const spread = 3000;

interface Stirred {
	said: Stir['said'];
	/** Something was taken away, or more was said than is told: counting on does not lead to the truth any more. */
	unsure: boolean;
}

/** Tells those who read elsewhere in a network what was said in its streams, so that they can count it. Returns the way to stop. */
export function stirring(io: Live, services: Services): () => void {
	const stirred = new Map<string, Stirred>();
	const packets = paced(
		(stream) => void tell(stream).catch((err: unknown) => services.log.warn({ err }, 'a stir could not be told')),
		() => pause
	);

	async function tell(stream: string): Promise<void> {
		const { said, unsure } = stirred.get(stream) ?? { said: [], unsure: false };
		stirred.delete(stream);
		const network = await networkOfStream(services.db, stream);
		if (!network) return;
		const elsewhere = io.local.to(networkRoom(network)).except(stream);
		if (unsure) elsewhere.emit('recount', spread);
		else if (said.length > 0) elsewhere.emit('stir', { stream, said });
	}

	function heard(envelopes: Envelope[]): void {
		for (const envelope of envelopes) {
			if (!countable[envelope.name] && !takesAway.includes(envelope.name)) continue;
			const { stream, seq, actor } = envelope;
			const so = stirred.get(stream) ?? { said: [], unsure: false };
			const unsure = so.unsure || takesAway.includes(envelope.name) || so.said.length >= most;
			stirred.set(stream, { said: unsure ? [] : [...so.said, [seq, actor]], unsure });
			packets.due(stream);
		}
	}

	const stopHearing = services.feed.overhear(heard);
	return () => {
		stopHearing();
		packets.stop();
	};
}

const takesAway: Envelope['name'][] = ['post.deleted', 'post.hidden', 'post.restored'];
