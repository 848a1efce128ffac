import type { AnyCommand, Placed } from './command.ts';

/** Every command that a browser can send over its line: name, input and result; each noun declares its own. */
export interface Commands {}
export type CommandName = keyof Commands;

export type CommandInput<Name extends CommandName> = Commands[Name]['input'];
export type CommandResult<Name extends CommandName> = Commands[Name]['result'];

type Sending<Command extends AnyCommand> = Command['once'] extends true ? Command['input'] & { commandId: string } : Command['input'];

/** What travels: the input, and the id of what is done once only. */
export type Sent<Name extends CommandName> = { [One in Name]: Sending<Commands[One]> }[Name];

/** `by` is whose it is, when that may be somebody else than who the line was opened for. */
export type CommandMessage = { [Name in CommandName]: { name: Name; input: Sent<Name>; by?: string | undefined } }[CommandName];

/** Commands that write to a stream once: what an outbox can keep until they are answered. */
export type PlacingCommand = {
	[Name in CommandName]: Commands[Name] extends { once: true; result: Placed } ? Name : never;
}[CommandName];
