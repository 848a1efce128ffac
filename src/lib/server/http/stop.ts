import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Time that running requests have to end. */
const usualPatience = 5000;

/** After the listening has ended: hangs up live connections, lets running requests finish, then closes what is left. */
export async function stopHttp(server: Server, realtime: { close(): Promise<void> }, patience = usualPatience): Promise<void> {
	const ended = realtime.close();
	const sweep = setInterval(() => server.closeIdleConnections(), 50);
	await Promise.race([ended, pause(patience, undefined, { ref: false })]);
	clearInterval(sweep);
	server.closeAllConnections();
}
