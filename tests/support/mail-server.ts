import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { received, type Received } from './received.ts';

/** A real mail server on the loopback, with one mailbox for everybody. */
export interface MailServer {
	url: string;
	/** Everything it took, in order; what came twice is here twice. */
	taken: Received[];
	/** The emails to somebody, each id once, as mailboxes show them. */
	to(address: string): Received[];
	/** Breaks every line to it. */
	cut(): void;
	close(): Promise<void>;
}

export type Ways = Partial<
	Pick<
		SMTPServerOptions,
		| 'onMailFrom'
		| 'onRcptTo'
		| 'onAuth'
		| 'onConnect'
		| 'secure'
		| 'key'
		| 'cert'
		| 'authOptional'
		| 'allowInsecureAuth'
		| 'disabledCommands'
	>
> & {
	/** Throws what the server answers instead of taking an email; what takes time holds the answer back. */
	onEmail?: (email: Received) => unknown;
	port?: number;
};

export async function mailServer({ onEmail = () => {}, port = 0, ...ways }: Ways = {}): Promise<MailServer> {
	const taken: Received[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		disableReverseLookup: true,
		logger: false,
		...ways,
		onData(stream, session, answer) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
			stream.on('end', () => {
				const to = session.envelope.rcptTo.map(({ address }) => address);
				const email = received(Buffer.concat(chunks).toString('latin1'), to);
				Promise.resolve()
					.then(() => onEmail(email))
					.then(
						() => {
							taken.push(email);
							answer();
						},
						(error: Error) => answer(error)
					);
			});
		}
	});
	// Clients that are killed leave their lines half open.
	server.on('error', () => {});
	const sockets = new Set<Socket>();
	server.server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	server.listen(port, '127.0.0.1');
	await once(server.server, 'listening');
	const { port: at } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${at}`,
		taken,
		to(address) {
			const own = taken.filter(({ to }) => to.includes(address));
			return [...new Map(own.map((email) => [email.id, email])).values()];
		},
		cut() {
			for (const socket of sockets) socket.destroy();
		},
		async close() {
			const closed = once(server.server, 'close');
			server.close();
			await closed;
		}
	};
}

/** What a server answers instead of taking something. */
export function answering(responseCode: number): Error {
	return Object.assign(new Error('not this one'), { responseCode });
}
