import type { DemoLink } from '../demo/links.ts';
import { tryAsLead, tryAsWriter, tryFirst, trySecond } from '../demo/cast.ts';
import { networks } from '../db/schema/networks.ts';
import type { Services } from '../services.ts';

/** What the person who started the server reads at the end: where to go, and as whom. */
export async function welcome(services: Services, links: DemoLink[]): Promise<string> {
	const { config, db } = services;
	const here = `Swing is ready: ${addressOf(config)}`;
	if (config.demo) return ['', ...peopleOfDemo(config, links), '', here, '', ...whomToTry(config, links), ''].join('\n');
	const [network] = await db.select({ id: networks.id }).from(networks).limit(1);
	if (network) return here;
	return [
		here,
		'It is empty. Create its network, then invite its first lead:',
		'  npm run admin -- init',
		'  npm run admin -- invite --role lead --email you@example.org'
	].join('\n');
}

/** Everybody, in lines of 80 columns at most where the address is a usual one. */
function peopleOfDemo({ demoPassword }: Services['config'], links: DemoLink[]): string[] {
	const table = (rows: [string, string][]) => {
		const width = Math.max(...rows.map(([left]) => left.length));
		return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
	};
	return [
		'This is a demo: its people are invented. A link signs you in as one of them,',
		'and so does a press on the page for signing in:',
		...table(links.map(({ name, url }) => [name, url])),
		'',
		...(demoPassword === null
			? ['With DEMO_PASSWORD=... they sign in by email address and password too.']
			: ['With DEMO_PASSWORD they sign in by email address too:', ...table(links.map(({ email, role }) => [email, role]))])
	];
}

/** Comes last: what was printed before it may have left the screen. */
function whomToTry({ publicUrl, smtpUrl }: Services['config'], links: DemoLink[]): string[] {
	const linkOf = (member: { email: string }) => links.find(({ email }) => email === member.email);
	const [first, second, writer, lead] = [tryFirst, trySecond, tryAsWriter, tryAsLead].map(linkOf);
	return [
		...(first ? [`Try first ${first.name}, ${first.as}:`, `  ${first.url}`] : []),
		...(second ? [`Talk with ${second.name}, ${second.as}, in a private window,`] : []),
		...(second ? ['because a browser is one person at a time:', `  ${second.url}`] : []),
		...(writer ? [`Write in a plan as ${writer.name}, ${writer.as}:`, `  ${writer.url}`] : []),
		...(lead ? [`Invite, hide and suspend as ${lead.name}, ${lead.as}:`, `  ${lead.url}`] : []),
		...(smtpUrl === null ? ['No mail leaves this demo. What was written to its people stands in', `  ${publicUrl}/mailbox`] : [])
	];
}

function addressOf({ demo, host, port, publicUrl }: Services['config']): string {
	const local = demo || host === null || ['localhost', '127.0.0.1', '::1'].includes(host);
	if (publicUrl !== `http://localhost:${port}`) return publicUrl;
	return local ? publicUrl : `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
