import type { AnyCommand } from '#lib/model/command.ts';
import type { NotificationCommands } from '#lib/model/notifications/commands.ts';
import type { ThreadCommands } from '#lib/model/threads/commands.ts';
import type { Command } from '../commands/command.ts';
import { bringBackNotifications, finishNotifications, readNotifications } from '../notifications/inbox/marks.ts';
import { deletePost, editPost } from '../meetings/change-post.ts';
import { hidePost, restorePost } from '../meetings/hide-post.ts';
import { markRead } from '../meetings/mark-read.ts';
import { postMessage } from '../meetings/post-message.ts';
import { react } from '../meetings/react.ts';

/** The commands of a noun as the model declares them: each lets in what is declared, and answers it. */
type Served<Declared extends Record<keyof Declared, AnyCommand>> = {
	readonly [Name in keyof Declared]: Command<Declared[Name]['result'], Declared[Name]['input']>;
};

const ofThreads: Served<ThreadCommands> = { postMessage, editPost, deletePost, react, hidePost, restorePost, markRead };
const ofNotifications: Served<NotificationCommands> = { readNotifications, finishNotifications, bringBackNotifications };

/** What may be asked for over a socket; forms call the very same functions. */
const socketCommands = new Map<string, Command<unknown>>(Object.entries({ ...ofThreads, ...ofNotifications }));

export function commandNamed(name: string): Command<unknown> | undefined {
	return socketCommands.get(name);
}
