import type { Connection } from './connection.svelte.ts';

/** What reading needs of the connection. */
export type ReadingLine = Pick<Connection, 'command' | 'whenever'>;

/** Pause after which a stretch of reading is told, so that scrolling through is one message. */
const rest = 800;

/**
 * Tells the server up to where a thread has been read: to the last post that was on screen while
 * the page was being looked at. What stands before it was seen or jumped over.
 * Posts are the children's articles with the id `p-<seq>`. Returns the way to stop.
 */
export function followReading(list: HTMLElement, stream: string, line: ReadingLine): () => void {
	let seen = 0;
	let told = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const tell = () => {
		if (seen <= told || document.visibilityState === 'hidden') return;
		const seq = seen;
		Promise.resolve()
			.then(() =>
				line.command('markRead', { commandId: crypto.randomUUID(), read: [{ stream, seq }] })
			)
			.then((answer) => 'ok' in answer && (told = Math.max(told, seq)))
			.catch(() => {
				// The line is down: told when it comes back.
			});
	};
	const soon = () => {
		clearTimeout(timer);
		timer = setTimeout(tell, rest);
	};

	const onScreen = new IntersectionObserver((entries) => {
		if (document.visibilityState === 'hidden') return;
		for (const { isIntersecting, target } of entries) {
			if (isIntersecting) seen = Math.max(seen, Number(target.id.slice(2)));
		}
		if (seen > told) soon();
	});
	const watchAll = () => {
		onScreen.disconnect();
		for (const post of list.querySelectorAll('article[id^="p-"]')) onScreen.observe(post);
	};
	const changes = new MutationObserver(watchAll);
	changes.observe(list, { childList: true, subtree: true });
	// Observing anew reports what is on screen when somebody comes back to this tab.
	document.addEventListener('visibilitychange', watchAll);
	const stopTelling = line.whenever(soon);
	watchAll();

	return () => {
		clearTimeout(timer);
		onScreen.disconnect();
		changes.disconnect();
		document.removeEventListener('visibilitychange', watchAll);
		stopTelling();
	};
}
