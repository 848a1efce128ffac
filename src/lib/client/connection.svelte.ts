import type { Socket } from 'socket.io-client';
import type { Envelope } from '../model/events.ts';
import type { Answer, ClientToServer, Followed, ServerToClient } from '../model/protocol.ts';

interface Listener {
	stream: string;
	hear(envelope: Envelope): void;
}

const patience = 10_000;
/** Before the line is tried again whose program did not come. */
const pause = 3000;

/** The one live line of a browser tab. It comes back by itself; whoever follows a stream asks anew then. */
export class Connection {
	/** `live` when the server answers, `broken` once it stopped answering, `refused` when signed out. */
	state = $state<'connecting' | 'live' | 'broken' | 'refused'>('connecting');
	/** Since when the line is broken, in milliseconds of this device's clock. */
	brokenSince = $state<number | null>(null);
	#socket: Socket<ServerToClient, ClientToServer> | null = null;
	#listeners: Listener[] = [];
	#reconnected: (() => void)[] = [];
	#outdated: (() => void)[] = [];
	/** As whom the page was made, in the words of `standingOf`. */
	standing: () => string | undefined = () => undefined;

	async open(): Promise<void> {
		if (this.#socket) return;
		const client = await import('socket.io-client').catch(() => null);
		if (this.#socket) return;
		if (!client) {
			this.#broke();
			setTimeout(() => void this.open(), pause);
			return;
		}
		const { io } = client;
		const socket: Socket<ServerToClient, ClientToServer> = io({
			path: '/live',
			transports: ['websocket', 'polling'],
			reconnectionDelay: 500,
			reconnectionDelayMax: 5000,
			auth: (give) => give({ standing: this.standing() })
		});
		this.#socket = socket;
		for (const back of ['online', 'pageshow']) {
			addEventListener(back, () => void (this.state === 'broken' && this.tryNow()));
		}
		socket.on('connect', () => {
			this.state = 'live';
			this.brokenSince = null;
			for (const again of this.#reconnected) again();
		});
		socket.on('outdated', () => this.#tellOutdated());
		socket.on('disconnect', (reason) => {
			this.#broke();
			if (reason === 'io server disconnect') socket.connect();
		});
		socket.on('connect_error', (error) => {
			if (error.message === 'signed_out') {
				this.state = 'refused';
				this.#tellOutdated();
			} else {
				this.#broke();
				// The server answered, but could not ask who this is: Socket.IO takes that for a no and would not try again.
				if (!socket.active) setTimeout(() => socket.connect(), pause);
			}
		});
		socket.on('event', (...envelopes) => {
			for (const envelope of envelopes) {
				for (const { stream, hear } of this.#listeners) if (stream === envelope.stream) hear(envelope);
			}
		});
	}

	#broke(): void {
		this.brokenSince ??= Date.now();
		this.state = 'broken';
	}

	#tellOutdated(): void {
		for (const work of this.#outdated) work();
	}

	/** Calls `work` when the reader may do other things than the page was made for, or is not let in any more. */
	whenOutdated(work: () => void): () => void {
		this.#outdated = [...this.#outdated, work];
		return () => {
			this.#outdated = this.#outdated.filter((one) => one !== work);
		};
	}

	close(): void {
		this.#socket?.disconnect();
	}

	/** Tries at once instead of after the usual pause. */
	tryNow(): void {
		this.#socket?.disconnect().connect();
	}

	/** Hears a stream's events; `connected` is called now if the line is up, and each time it comes back. */
	hear(stream: string, hear: Listener['hear'], connected: () => void): () => void {
		const listener = { stream, hear };
		this.#listeners = [...this.#listeners, listener];
		const stop = this.whenever(connected);
		return () => {
			stop();
			this.#listeners = this.#listeners.filter((one) => one !== listener);
			if (this.#listeners.every((one) => one.stream !== stream)) {
				this.#socket?.emit('leave', { stream });
			}
		};
	}

	/** Calls `work` now if the line is up, and each time it comes back. */
	whenever(work: () => void): () => void {
		this.#reconnected = [...this.#reconnected, work];
		if (this.state === 'live') work();
		return () => {
			this.#reconnected = this.#reconnected.filter((one) => one !== work);
		};
	}

	/** Joins the stream and gets what came after `seq`. @throws Error when no answer comes in time */
	follow(stream: string, seq: number): Promise<Answer<Followed>> {
		return this.#line().timeout(patience).emitWithAck('follow', { stream, seq });
	}

	/** @throws Error when no answer comes in time: it may have been done or not, so repeat it with the same commandId */
	command(name: string, input: Record<string, unknown>): Promise<Answer<unknown>> {
		return this.#line().timeout(patience).emitWithAck('command', { name, input });
	}

	#line(): Socket<ServerToClient, ClientToServer> {
		if (!this.#socket?.connected) throw new Error('no connection');
		return this.#socket;
	}
}

/** The connection of this tab. */
export const connection = new Connection();
