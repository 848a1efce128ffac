import type { DemoLink } from '../demo/links.ts';
import { networks } from '../db/schema/networks.ts';
import type { Services } from '../services.ts';

/** What the person who started the server reads at the end: where to go, and as whom. */
export async function welcome(services: Services, links: DemoLink[]): Promise<string> {
	const { config, db } = services;
	const here = `Swing is ready: ${addressOf(config)}`;
	if (config.demo) {
		const wide = (texts: string[]) => Math.max(...texts.map((text) => text.length));
		const names = wide(links.map(({ name }) => name));
		const roles = wide(links.map(({ as }) => as));
		return [
			'',
			here,
			'',
			'This is a demo: its people are invented. Sign in as one of them by opening a link.',
			'',
			...links.map(({ name, as, url }) => `  ${name.padEnd(names)}  ${as.padEnd(roles)}  ${url}`),
			''
		].join('\n');
	}
	const [network] = await db.select({ id: networks.id }).from(networks).limit(1);
	if (network) return here;
	return [
		here,
		'It is empty. Create its network, then invite its first lead:',
		'  npm run admin -- init',
		'  npm run admin -- invite --role lead --email you@example.org'
	].join('\n');
}

function addressOf({ demo, host, port, publicUrl }: Services['config']): string {
	const local = demo || host === null || ['localhost', '127.0.0.1', '::1'].includes(host);
	if (publicUrl !== `http://localhost:${port}`) return publicUrl;
	return local ? publicUrl : `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
