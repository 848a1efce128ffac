import { build } from '$service-worker';
import { KeptStore } from './lib/client/kept-pages/kept-store.ts';
import { WorkerAnswers, type AskedOfWorker } from './lib/client/kept-pages/worker-answers.ts';

/*
 * Pages that somebody has read open without a line too, as they were read. Pages and worker of different versions go
 * together: a kept page brings the very program it was made with, and the worker knows neither.
 */

/** What a worker has and a page has not; the types of both at once contradict each other. */
interface Worker extends EventTarget {
	skipWaiting(): Promise<void>;
	readonly clients: {
		claim(): Promise<void>;
		matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly { url: string }[]>;
	};
	readonly registration: { navigationPreload?: { enable(): Promise<void> } };
}

interface Lasting extends Event {
	waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Lasting {
	readonly request: Request;
	readonly preloadResponse?: Promise<Response | undefined>;
	respondWith(answer: Promise<Response>): void;
}

const worker = globalThis as unknown as Worker;
const now = () => Date.now();
const store = new KeptStore({ caches, fetch: (path, options) => fetch(path, options), now });
const answers = new WorkerAnswers(store, { fetch: (request, options) => fetch(request, options), now });

// What the server is asked for is asked now: while a worker is being activated, the requests of its pages wait.
worker.addEventListener('install', (event) =>
	(event as Lasting).waitUntil(
		(async () => {
			await worker.skipWaiting();
			await store.renewOffline();
			const shown = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
			await answers.keepShown(shown.map(({ url }) => url));
		})()
	)
);

worker.addEventListener('activate', (event) =>
	(event as Lasting).waitUntil(
		(async () => {
			await worker.registration.navigationPreload?.enable();
			await worker.clients.claim();
			await store.sweep(build);
		})()
	)
);

worker.addEventListener('fetch', (event) => {
	const { request, preloadResponse } = event as Fetching;
	const answer = answers.answer(request, (work) => (event as Lasting).waitUntil(work), preloadResponse);
	if (answer) (event as Fetching).respondWith(answer);
});

worker.addEventListener('message', (event) => {
	const { data } = event as MessageEvent<AskedOfWorker>;
	(event as unknown as Lasting).waitUntil(answers.hear(data).catch(() => {}));
});
