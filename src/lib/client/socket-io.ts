import { Manager, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';

/**
 * The line to where the page came from. It stands in a module of its own because what is fetched later as a whole cannot be
 * left out in part: of the library only what is named here travels.
 */
export function io(options: Partial<ManagerOptions & SocketOptions>): Socket {
	return new Manager(options).socket('/', options);
}
