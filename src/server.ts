import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { createApp } from '#lib/server/http/app.ts';
import { listen, ListenError, requireFreePort } from '#lib/server/http/listen.ts';
import { builtPages, livePages } from '#lib/server/http/pages.ts';
import { safeServer } from '#lib/server/http/safe-server.ts';
import { stopHttp } from '#lib/server/http/stop.ts';
import { terminalWords } from '#lib/server/cli/terminal-error.ts';
import { jobsOf } from '#lib/server/boot/plug-in.ts';
import { openInstallation } from '#lib/server/boot/open.ts';
import { welcome } from '#lib/server/boot/welcome.ts';
import { createLog } from '#lib/server/platform/log.ts';
import { emailTemplates } from '#lib/server/mail/template.ts';
import { mailWhatArrives } from '#lib/server/notifications/email/at-once.ts';
import { attachRealtime } from '#lib/server/realtime/attach.ts';
import { asksForLine } from '#lib/server/realtime/opening.ts';
import { createIndexer } from '#lib/server/search/index/indexer.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import { setServices } from '#lib/server/services.ts';

const patienceOfStop = 20_000;
const say = (line: string) => console.log(line);
const stop = new AbortController();

/** A terminal that goes away takes nothing with it. */
process.stdout.on('error', () => {});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

try {
	await run();
} catch (error) {
	if (!stop.signal.aborted) {
		console.error(error instanceof ListenError ? error.message : (terminalWords(error) ?? error));
		process.exitCode = 1;
	}
}
process.exit();

async function run(): Promise<void> {
	const config = parseConfig(process.env);
	const log = createLog(config.logLevel);
	process.on('unhandledRejection', (err) => log.error({ err }, 'a promise failed unheard'));
	process.on('uncaughtException', (err) => {
		log.fatal({ err }, 'stopping');
		process.exitCode = 1;
		stop.abort();
	});

	await requireFreePort(config);
	const { services, links, close } = await openInstallation({ config, log, say, signal: stop.signal });
	setServices(services);
	const isDevelopment = process.argv.includes('--dev');
	// Live reload has a line of its own.
	const http = safeServer(config, (request) => isDevelopment || asksForLine(request));
	try {
		const pages = isDevelopment ? await livePages(http) : await builtPages();
		http.on('request', createApp({ services, pages: pages.serve, isStopping: () => stop.signal.aborted }));
		const realtime = attachRealtime(http, services);
		await services.feed.start();
		await realtime.start();
		const indexer = createIndexer(services);
		await indexer.start();
		const delivery = deliveryOf(services);
		delivery.start();
		const stopListening = await listen(http, config);
		await services.jobs.start(services, jobsOf(serverNouns));
		services.mail.start(services, emailTemplates.get());
		const stopMailing = mailWhatArrives(services);
		say(await welcome(services, links));
		await aborted(stop.signal);
		say('Stopping');
		setTimeout(() => process.exit(1), patienceOfStop).unref();
		stopListening();
		stopMailing();
		await stopHttp(http, realtime);
		await indexer.stop();
		await delivery.stop();
		await pages.close();
	} finally {
		await close();
	}
	say('Stopped');
}

function aborted(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), { once: true });
	});
}
