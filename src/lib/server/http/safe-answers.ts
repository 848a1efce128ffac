import type { IncomingMessage } from 'node:http';
import type { Config } from '../platform/config.ts';
import { askedAs } from './asked-as.ts';

/** A year. */
const staySecure = 'max-age=31536000';

export type Reached = Pick<Config, 'publicUrl' | 'trustProxy'>;

/**
 * What every answer says, whoever gives it: pages, files, redirects, errors, refusals, and the live line. Browsers take
 * nothing for another type than it says, and where the installation is reached over https, they stay there.
 * @param request none where what came could not be read as one
 */
export function alwaysSaid(config: Reached, request?: IncomingMessage): Record<string, string> {
	const overTls = config.publicUrl.startsWith('https:') || (request && askedAs(request, config).protocol === 'https');
	return { 'X-Content-Type-Options': 'nosniff', ...(overTls && { 'Strict-Transport-Security': staySecure }) };
}
