import type { Socket } from 'socket.io-client';
import { accessKey, type Actor } from '../model/access/actor.ts';
import type { CommandMessage, CommandName, CommandResult, Sent } from '../model/commands.ts';
import type { Envelope } from '../model/events.ts';
import {
	largestMessage,
	type Answer,
	type ClientToServer,
	type Followed,
	type ServerToClient,
	type UnreadCounts
} from '../model/protocol.ts';

type Name = keyof ServerToClient;
type Line = Socket<ServerToClient, ClientToServer>;

interface Hearer {
	name: Name;
	hear(...words: unknown[]): void;
}

/** What the server says by itself. */
const names: Name[] = ['event', 'here', 'writing', 'activity', 'recount', 'outdated'];

const patience = 10_000;
/** Before the line is tried again whose program did not come. */
const pause = 3000;

/** The one live line of a browser tab. It comes back by itself; whoever follows a stream asks anew then. */
export class Connection {
	/** `live` when the server answers, `broken` once it stopped answering, `refused` when signed out. */
	state = $state<'connecting' | 'live' | 'broken' | 'refused'>('connecting');
	/** Since when the line is broken, in milliseconds of this device's clock. */
	brokenSince = $state<number | null>(null);
	/** When the last event came, in milliseconds of this device's clock. */
	eventAt = 0;
	#socket: Line | null = null;
	#hearers: Hearer[] = [];
	#followed: string[] = [];
	#reconnected: (() => void)[] = [];
	#wasLive = false;
	/** For whom the page was made. */
	reader: () => Actor | undefined = () => undefined;
	/** Whose page asked for the line that is there. */
	#openedFor: string | undefined;

	/** Opens the line; one that was opened for somebody else, or refused, is opened anew. */
	async open(): Promise<void> {
		if (this.#socket) {
			if (this.state === 'refused' || this.#openedFor !== this.#me()) this.tryNow();
			return;
		}
		const client = await import('./socket-io.ts').catch(() => null);
		if (this.#socket) return;
		if (!client) {
			this.#broke();
			setTimeout(() => void this.open(), pause);
			return;
		}
		const { io } = client;
		const socket: Line = io({
			path: '/live',
			transports: ['websocket'],
			reconnectionDelay: 500,
			reconnectionDelayMax: 5000,
			auth: (give) => {
				const reader = this.reader();
				this.#openedFor = this.#me();
				give({ access: reader && accessKey(reader) });
			}
		});
		this.#socket = socket;
		this.#openedFor = this.#me();
		const back = () => void (['broken', 'refused'].includes(this.state) && this.tryNow());
		for (const name of ['online', 'pageshow', 'visibilitychange']) addEventListener(name, back);
		// Of a line whose network went away the socket itself hears only after many seconds. If the browser is wrong, it is soon back.
		addEventListener('offline', () => {
			this.#broke();
			this.#hangUp();
		});
		socket.on('connect', () => {
			this.state = 'live';
			this.#wasLive = true;
			this.brokenSince = null;
			for (const again of this.#reconnected) again();
		});
		socket.on('disconnect', (reason) => {
			this.#broke();
			if (reason === 'io server disconnect') socket.connect();
		});
		socket.on('connect_error', (error) => {
			if (error.message === 'signed_out') {
				this.state = 'refused';
				this.#tell('outdated', 0);
			} else {
				this.#broke();
				this.#tryOtherWay(socket);
				// The server answered, but could not ask who this is: Socket.IO takes that for a no and would not try again.
				if (!socket.active) setTimeout(() => socket.connect(), pause);
			}
		});
		for (const name of names) socket.on(name, (...words: unknown[]) => this.#tell(name, ...words));
	}

	/** Some networks let no WebSocket through: as long as nothing came through, the ways to travel are tried in turn. */
	#tryOtherWay({ io, active }: Socket): void {
		if (this.#wasLive || !active) return;
		io.opts.transports = [io.opts.transports?.[0] === 'websocket' ? 'polling' : 'websocket'];
	}

	/** Whoever waits for an answer is told at once, and the line is tried anew. */
	#hangUp(): void {
		this.#socket?.io.engine.close();
	}

	#broke(): void {
		this.brokenSince ??= Date.now();
		this.state = 'broken';
	}

	#tell(name: Name, ...words: unknown[]): void {
		if (name === 'event') this.eventAt = Date.now();
		for (const hearer of this.#hearers) if (hearer.name === name) hearer.hear(...words);
	}

	/**
	 * Hears what the server says by itself. `outdated` is also said when nobody is let in any more: the reader may do
	 * other things than the page was made for.
	 */
	on<N extends Name>(name: N, hear: ServerToClient[N]): () => void {
		const hearer = { name, hear: hear as Hearer['hear'] };
		this.#hearers = [...this.#hearers, hearer];
		return () => {
			this.#hearers = this.#hearers.filter((one) => one !== hearer);
		};
	}

	/** As when the server says that what is unread is to be counted anew. */
	recount(): void {
		this.#tell('recount', 0);
	}

	/** Says what is worth nothing later: without a line it is not said. */
	say(name: 'writing', stream: string, about?: string): void {
		this.#socket?.volatile.emit(name, { stream, about });
	}

	close(): void {
		this.#socket?.disconnect();
	}

	/** Tries at once instead of after the usual pause. */
	tryNow(): void {
		this.#socket?.disconnect().connect();
	}

	/** Hears a stream's events; `connected` is called now if the line is up, and each time it comes back. */
	hear(stream: string, hear: (envelope: Envelope) => void, connected: () => void): () => void {
		this.#followed = [...this.#followed, stream];
		const hearAll = (...envelopes: Envelope[]) => envelopes.forEach((envelope) => envelope.stream === stream && hear(envelope));
		const stops = [this.whenever(connected), this.on('event', hearAll)];
		return () => {
			for (const stop of stops) stop();
			this.#followed = this.#followed.toSpliced(this.#followed.indexOf(stream), 1);
			if (!this.#followed.includes(stream)) this.#socket?.emit('leave', { stream });
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

	/** What the line answers; one that gives no answer in time is dead, whatever it says itself. */
	async #answer<Given>(ask: (line: ReturnType<Line['timeout']>) => Promise<Given>): Promise<Given> {
		const line = this.#line();
		try {
			return await ask(line.timeout(patience));
		} catch (error) {
			if (line.connected) this.#hangUp();
			throw error;
		}
	}

	/** Joins the stream and gets what came after `seq`. @throws Error when no answer comes in time */
	async follow(stream: string, seq: number): Promise<Answer<Followed>> {
		const answer = await this.#answer((line) => line.emitWithAck('follow', { stream, seq, packed: true }));
		return 'ok' in answer ? { ok: JSON.parse(answer.ok.json) as Followed } : answer;
	}

	/**
	 * Waits a moment for a line that is not there yet. What is too large is refused here: the server would cut the line.
	 * @param by whose it is; the server takes it from nobody else
	 * @throws Error when no answer comes in time: it may have been done or not, so repeat it with the same commandId
	 */
	async command<Name extends CommandName>(name: Name, input: Sent<Name>, by = this.#me()): Promise<Answer<CommandResult<Name>>> {
		if (new Blob([JSON.stringify(input)]).size > largestMessage)
			return { refused: { code: 'invalid', issues: [{ field: 'doc', code: 'too_large' }] } };
		if (!this.#socket?.connected) await this.#soon();
		const message = { name, input, by } as CommandMessage;
		const answer = (await this.#answer((line) => line.emitWithAck('command', message))) as Answer<CommandResult<Name>>;
		if ('refused' in answer && answer.refused.code === 'other_person') this.#tell('outdated', 0);
		return answer;
	}

	#me(): string | undefined {
		const reader = this.reader();
		return reader?.kind === 'person' ? reader.id : undefined;
	}

	/** How many posts are unread in each stream. @throws Error when no answer comes in time */
	async unread(): Promise<Answer<UnreadCounts>> {
		return this.#answer((line) => line.emitWithAck('unread', {}));
	}

	/** Until there is a line, but no longer than somebody who pressed a button should wait. */
	#soon(): Promise<void> {
		return new Promise((resolve) => {
			const done = () => {
				stop();
				clearTimeout(late);
				resolve();
			};
			const stop = this.whenever(done);
			const late = setTimeout(done, this.state === 'connecting' ? patience : pause);
		});
	}

	#line(): Line {
		if (!this.#socket?.connected) throw new Error('no connection');
		return this.#socket;
	}
}

/** The connection of this tab. */
export const connection = new Connection();
