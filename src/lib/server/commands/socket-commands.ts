import type { CommandName, Commands } from '#lib/model/commands.ts';
import { slot } from '../platform/slot.ts';
import type { Command } from './command.ts';

/** Commands by the names by which they are asked for over a socket: each lets in what the model declares, and answers it. */
export type SocketCommands = { readonly [Name in CommandName]?: Command<Commands[Name]['result'], Commands[Name]['input']> };

/** Everything that may be asked for over a socket; forms call the very same functions. */
export const socketCommands = slot<SocketCommands>('socket commands');

export function commandNamed(name: string): Command<unknown> | undefined {
	const commands = socketCommands.get();
	return Object.hasOwn(commands, name) ? (commands[name as CommandName] as Command<unknown>) : undefined;
}
