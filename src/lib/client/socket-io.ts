import { Manager, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';

/**
 * The line to where the page came from. Of the library only what is used travels: what is fetched later as a whole cannot
 * be left out in part, and looking addresses up is not needed.
 */
export function io(options: Partial<ManagerOptions & SocketOptions>): Socket {
	return new Manager(options).socket('/', options);
}
