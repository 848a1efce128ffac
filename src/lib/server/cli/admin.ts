import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { parseConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import type { Services } from '../services.ts';
import { example } from './example.ts';
import { createNetwork } from './create-network.ts';
import { interview, type Terminal } from './interview.ts';
import { inviteFromTerminal } from './invite.ts';
import { WrongInstallation } from '../boot/installation-kind.ts';
import { newPasswordFromTerminal } from './new-password.ts';
import { openInstallation } from '../boot/open.ts';
import { PlanError, readPlan } from './plan.ts';
import { auditFromTerminal } from './read-audit.ts';
import { reindexFromTerminal } from './reindex.ts';

export const usage = `Usage:
  npm run admin -- init                 create the network, its cities and themes, question by question
  npm run admin -- init network.json    the same from a file
  npm run admin -- init --example       print such a file, to start from
  npm run admin -- invite --role lead --email you@example.org [--name "Your Name"] [--city da] [--expert lead|adhoc] [--locale en|lv]
                                        print an invitation link
  npm run admin -- password --email you@example.org
                                        print a link with which its owner chooses a new password within the hour
  npm run admin -- audit [--email you@example.org] [--days 30]
                                        print who signed in or failed to, changed a password or role, or was refused
  npm run admin -- reindex              make the index of the search anew

They work while the server is running and while it is not, on the same DATA_DIR or DATABASE_URL.`;

const options = {
	role: { type: 'string' },
	email: { type: 'string' },
	name: { type: 'string' },
	city: { type: 'string' },
	expert: { type: 'string' },
	locale: { type: 'string' },
	days: { type: 'string' },
	example: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' }
} as const;

/** Does what an administrator asks for at the terminal, and says what came of it. */
export async function administer(args: string[], say: (line: string) => void): Promise<void> {
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	const [command, file] = positionals;
	if (command === 'init' && values.example) return say(JSON.stringify(example, null, '\t'));
	if (command === 'init' && !values.help) return init(file, say);
	if (command === 'invite' && !values.help) {
		return withInstallation(say, async (services) => say(await inviteFromTerminal(services, values)));
	}
	if (command === 'password' && !values.help) {
		return withInstallation(say, async (services) => say(await newPasswordFromTerminal(services, values.email)));
	}
	if (command === 'audit' && !values.help) {
		return withInstallation(say, async (services) => say(await auditFromTerminal(services, values)));
	}
	if (command === 'reindex' && !values.help) return withInstallation(say, (services) => reindexFromTerminal(services, say));
	say(usage);
	if (!values.help) process.exitCode = 1;
}

async function init(file: string | undefined, say: (line: string) => void): Promise<void> {
	const plan = readPlan(file ? await read(file) : await asked());
	await withInstallation(say, (services) => createNetwork(services, plan));
	say(`${plan.network.name} is founded (cities: ${plan.cities.length}, themes: ${plan.themes.length}). Now invite its lead:`);
	say('  npm run admin -- invite --role lead --email you@example.org');
}

async function read(file: string): Promise<unknown> {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
	} catch (cause) {
		throw new PlanError(`${file} cannot be read: ${(cause as Error).message}`, { cause });
	}
}

async function asked(): Promise<unknown> {
	const { stdin: input, stdout: output } = process;
	const lines = createInterface({ input, output });
	// Read as a queue, so that answers given ahead of their questions are not lost.
	const answers = lines[Symbol.asyncIterator]();
	const terminal: Terminal = {
		async question(text) {
			lines.setPrompt(text);
			lines.prompt();
			const { value, done } = await answers.next();
			if (done)
				throw new PlanError(`\nThe answers ended here, and nothing was created. It can be read from a file as well:\n${usage}`);
			return value;
		},
		say: (line) => void output.write(`${line}\n`)
	};
	try {
		return await interview(terminal);
	} finally {
		lines.close();
	}
}

async function withInstallation<T>(say: (line: string) => void, work: (services: Services) => Promise<T>): Promise<T> {
	const config = parseConfig({ ...process.env, DEMO: process.env.DEMO || 'off' });
	if (config.demo) throw new WrongInstallation('A demo has its network and people already. For a real installation unset DEMO.');
	const { services, close } = await openInstallation({ config, log: createLog('error'), say });
	try {
		return await work(services);
	} finally {
		await close();
	}
}
