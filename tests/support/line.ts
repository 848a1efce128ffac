import { io, type Socket } from 'socket.io-client';

/** A live line as a browser opens it, with these headers of the handshake. */
export function lineTo(url: string, headers: Record<string, string> = {}): Promise<Socket> {
	const socket = io(url, {
		path: '/live',
		transports: ['websocket'],
		extraHeaders: headers,
		reconnection: false,
		forceNew: true
	});
	return new Promise((resolve, reject) => {
		socket.once('connect', () => resolve(socket));
		socket.once('connect_error', reject);
	});
}

/** Whether the server refuses the line because nobody is signed in. */
export async function signedOut(url: string, headers: Record<string, string>): Promise<boolean> {
	try {
		(await lineTo(url, headers)).disconnect();
		return false;
	} catch (error) {
		return error instanceof Error && error.message === 'signed_out';
	}
}
