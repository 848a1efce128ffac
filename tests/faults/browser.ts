import 'fake-indexeddb/auto';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';
import type { Socket } from 'socket.io-client';
import { vi } from 'vitest';
import type { Envelope } from '#lib/model/events.ts';

/** What differs from tab to tab when the product's own client runs outside a browser. */
export interface Tab {
	url: string;
	cookie: string;
	/** Brings an event to the page: at once, twice, later, or not at all. */
	deliver(envelope: Envelope, hear: (envelope: Envelope) => void): void;
}

/** The tab that opens a connection. */
export const tabs = new AsyncLocalStorage<Tab>();

const page = new EventTarget();
/** Every tab of a scene has this one page. */
const sight = new EventTarget();
setMaxListeners(0, page, sight);
Object.assign(globalThis, {
	document: Object.assign(sight, { visibilityState: 'visible' }),
	addEventListener: page.addEventListener.bind(page),
	removeEventListener: page.removeEventListener.bind(page)
});

vi.mock('#lib/client/draft-key.ts', async () => {
	const { testDraftKeys } = await import('../support/draft-keys.ts');
	return { fetchDraftKeys: testDraftKeys };
});

vi.mock('#lib/client/socket-io.ts', async () => {
	const real = await import('socket.io-client');
	const io = (options: object): Socket => {
		const tab = tabs.getStore();
		if (!tab) throw new Error('No tab opens this connection.');
		const socket = real.io(tab.url, { ...options, forceNew: true, extraHeaders: { cookie: tab.cookie } });
		const on = socket.on.bind(socket);
		const onMangled = (name: string, hear: (envelope: Envelope) => void) =>
			on(name, name === 'event' ? (...envelopes: Envelope[]) => envelopes.forEach((envelope) => tab.deliver(envelope, hear)) : hear);
		socket.on = onMangled as Socket['on'];
		return socket;
	};
	return { io };
});
