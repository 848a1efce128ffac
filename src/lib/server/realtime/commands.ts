import type { Command } from '../commands.ts';
import { deletePost, editPost, postMessage } from '../meetings/commands.ts';
import { markRead } from '../meetings/mark-read.ts';

/** What may be asked for over a socket; forms call the very same functions. */
export const socketCommands: Record<string, Command<unknown>> = {
	postMessage,
	editPost,
	deletePost,
	markRead
};
