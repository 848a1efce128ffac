import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between clients and a server that does what lines do. */
export interface Proxy {
	url: string;
	/** Breaks every connection. */
	cut(): void;
	/** What the server says from now on over the oldest connection stays on the way, until that is cut. */
	deafenFirst(): void;
	/** From now on nothing comes through the connections there are, in both directions; nobody is told. */
	bury(): void;
	close(): Promise<void>;
}

/** @param delay milliseconds that everything takes in each direction */
export async function proxyTo(port: number, delay: () => number = () => 0): Promise<Proxy> {
	const pairs = new Set<[client: Socket, upstream: Socket]>();
	const server = createServer((client) => {
		const upstream = connect(port, 'localhost');
		const pair: [Socket, Socket] = [client, upstream];
		pairs.add(pair);
		carry(client, upstream, delay);
		carry(upstream, client, delay);
		for (const end of pair) {
			end.setNoDelay(true);
			end.on('error', () => {});
			end.on('close', () => {
				pairs.delete(pair);
				client.destroy();
				upstream.destroy();
			});
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const cut = () => pairs.forEach(([client]) => client.destroy());
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		cut,
		deafenFirst() {
			const [first] = pairs;
			first?.[1].removeAllListeners('data').pause();
		},
		bury: () => pairs.forEach((pair) => pair.forEach((end) => end.removeAllListeners('data').pause())),
		async close() {
			cut();
			server.close();
			await once(server, 'close');
		}
	};
}

/** Late, but in order: that much TCP promises. */
function carry(from: Socket, to: Socket, delay: () => number): void {
	let due = 0;
	from.on('data', (bytes) => {
		const wait = delay();
		if (wait === 0 && due < Date.now()) {
			to.write(bytes);
			return;
		}
		due = Math.max(due, Date.now() + wait);
		setTimeout(() => to.write(bytes), due - Date.now());
	});
}
