import type { Command } from '../commands/command.ts';
import { bringBackNotifications, finishNotifications, readNotifications } from '../notifications/inbox/marks.ts';
import { deletePost, editPost } from '../threads/change-post.ts';
import { hidePost, restorePost } from '../threads/hide-post.ts';
import { markRead } from '../threads/mark-read.ts';
import { postMessageOrFormer } from '../meetings/post-in-meeting.ts';
import { react } from '../threads/react.ts';

/** What may be asked for over a socket; forms call the very same functions. */
export const socketCommands: Record<string, Command<unknown>> = {
	postMessage: postMessageOrFormer,
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
