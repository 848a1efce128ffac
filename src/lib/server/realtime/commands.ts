import type { Command } from '../commands/command.ts';
import { bringBackNotifications, finishNotifications, readNotifications } from '../notifications/inbox/marks.ts';
import { deletePost, editPost } from '../meetings/change-post.ts';
import { hidePost, restorePost } from '../meetings/hide-post.ts';
import { markRead } from '../meetings/mark-read.ts';
import { postMessage } from '../meetings/post-message.ts';
import { react } from '../meetings/react.ts';

/** What may be asked for over a socket; forms call the very same functions. */
export const socketCommands: Record<string, Command<unknown>> = {
	postMessage,
	editPost,
	deletePost,
	react,
	hidePost,
	restorePost,
	markRead,
	readNotifications,
	finishNotifications,
	bringBackNotifications
};
