import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../services.ts';
import { askedAs } from './asked-as.ts';

/** A year. */
const staySecure = 'max-age=31536000';

type Step = (request: IncomingMessage, response: Pick<ServerResponse, 'setHeader'>, next: () => void) => void;

/**
 * What every answer says, whoever gives it: pages, files, redirects, errors, and the live line. Browsers take nothing for
 * another type than it says, and where the installation is reached over https, they stay there.
 */
export function safeAnswers({ config }: Pick<Services, 'config'>): Step {
	const always = config.publicUrl.startsWith('https:');
	return (request, response, next) => {
		const said = alwaysSaid(always || askedAs(request, config).protocol === 'https');
		for (const [name, value] of Object.entries(said)) response.setHeader(name, value);
		next();
	};
}

/** @param overTls whether it is reached over https */
export function alwaysSaid(overTls: boolean): Record<string, string> {
	return { 'X-Content-Type-Options': 'nosniff', ...(overTls && { 'Strict-Transport-Security': staySecure }) };
}
