import type { Services } from '../services.ts';
import { cleanUpFiles } from './clean-up.ts';

const hourly = 3_600_000;

/** Takes away now and then what nobody needs any more; returns what ends it. */
export function keepClean(services: Services): () => void {
	const timer = setInterval(() => {
		cleanUpFiles(services).catch((err: unknown) => services.log.warn({ err }, 'files could not be cleaned up; the next time does it'));
	}, hourly);
	timer.unref();
	return () => clearInterval(timer);
}
