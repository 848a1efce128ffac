import { slot } from '../platform/slot.ts';
import type { Command } from './command.ts';

/** Commands by the names by which they are asked for over a socket. */
export type SocketCommands = Record<string, Command<unknown>>;

/** Everything that may be asked for over a socket. */
export const socketCommands = slot<SocketCommands>('socket commands');
