import type { Envelope } from '#lib/model/events.ts';
import type { ChangedAudience } from '../events/changed-audience.ts';
import type { Services } from '../services.ts';
import { forgetThread } from '../threads/thread-at.ts';
import { groupRoom } from './access.ts';
import type { Live } from './live.ts';
import { paced } from './paced.ts';

/** Milliseconds over which those for whom something changed spread their asking. */
const spread = 3000;

export interface AudienceChanges {
	/** How many there have been: whoever asks who may hear a stream, and is answered after another one, asks again. */
	count(): number;
	/**
	 * What is handed out together of a stream, in parts: before each part that begins with another audience, the lines of
	 * whoever is not among it are cut.
	 */
	inTurn(envelopes: Envelope[]): Generator<Envelope[]>;
	stop(): void;
}

/**
 * Cuts the lines over which a stream is heard of those who may hear it no more; they come back without it, and the page that
 * shows it loads anew. All who were or are among its audience count anew, and what others who lost it have on the screen of it goes.
 */
export function cutWhoIsOut(io: Live, services: Services): AudienceChanges {
	let count = 0;
	const tellAll = paced(
		() => io.local.emit('recount', spread),
		() => spread
	);

	function cut(stream: string, audience: readonly string[] | null): void {
		count += 1;
		forgetThread(services.db, stream);
		io.local
			.in(stream)
			.except((audience ?? []).map(groupRoom))
			.disconnectSockets(true);
	}

	function changed({ stream, audience, gone, come, unsure = audience === null }: ChangedAudience): void {
		cut(stream, audience);
		const among = (audience ?? []).map(groupRoom);
		// Told to no room it would be told to all.
		const [left, others] = [gone.map(groupRoom), come.map(groupRoom)];
		if (left.length > 0) io.local.to(left).except(among).emit('outdated', spread);
		if (left.length + others.length > 0) io.local.to([...left, ...others]).emit('recount', spread);
		if (unsure) tellAll.due('');
	}

	const stopListening = services.audienceChanged.listen(changed);
	return {
		count: () => count,
		*inTurn(envelopes) {
			let from = 0;
			for (const [at, { name, stream, payload }] of envelopes.entries()) {
				if (name !== 'audience.changed') continue;
				if (at > from) yield envelopes.slice(from, at);
				cut(stream, payload.audience);
				from = at;
			}
			if (from < envelopes.length) yield envelopes.slice(from);
		},
		stop() {
			stopListening();
			tellAll.stop();
		}
	};
}
