import type { ChangedAudience } from '../events/changed-audience.ts';
import type { Services } from '../services.ts';
import { forgetThread } from '../threads/thread-at.ts';
import { groupRoom } from './access.ts';
import type { Live } from './live.ts';

/** Milliseconds over which those for whom something changed spread their asking. */
const spread = 3000;

export interface AudienceChanges {
	/** How many there have been: whoever asks who may hear a stream, and is answered after another one, asks again. */
	count(): number;
	stop(): void;
}

/**
 * Cuts the lines over which a stream is heard of those who may hear it no more; they come back without it, and the page that
 * shows it loads anew. All who were or are among its audience count anew, and what others who lost it have on the screen of it goes.
 */
export function cutWhoIsOut(io: Live, services: Services): AudienceChanges {
	let count = 0;

	function changed({ stream, audience, gone, come }: ChangedAudience): void {
		count += 1;
		forgetThread(services.db, stream);
		const among = (audience ?? []).map(groupRoom);
		io.local.in(stream).except(among).disconnectSockets(true);
		// Told to no room it would be told to all.
		const [left, others] = [gone.map(groupRoom), come.map(groupRoom)];
		if (left.length > 0) io.local.to(left).except(among).emit('outdated');
		if (left.length + others.length > 0) io.local.to([...left, ...others]).emit('recount', spread);
	}

	return { count: () => count, stop: services.audienceChanged.listen(changed) };
}
