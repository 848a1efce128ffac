import { RateLimiterMemory } from 'rate-limiter-flexible';
import { audit } from '../db/schema/streams.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';

const hour = 60 * 60;

const counterOf = memoPer((_: Services) => new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: hour }));

type Act = Pick<typeof audit.$inferInsert, 'actorId' | 'action' | 'subjectKind' | 'subjectId' | 'reason'>;

/**
 * Notes what may come in floods: the first of its kind within an hour, the tenth, the hundredth and so on, each with how many
 * there were by then. Nobody waits for it, so that the time of an answer tells nothing of what was noted.
 */
export function noteRepeated(services: Services, act: Act): void {
	note(services, act).catch((err: unknown) => services.log.error({ err }, 'an act could not be noted'));
}

async function note(services: Services, act: Act): Promise<void> {
	const { actorId, action, subjectKind, subjectId, reason } = act;
	const { consumedPoints: times } = await counterOf(services).consume([actorId, action, subjectKind, subjectId, reason].join(' '));
	if (!/^10*$/.test(String(times))) return;
	await services.db.insert(audit).values({ ...act, times, at: services.clock.now() });
}
