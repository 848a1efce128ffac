/**
 * As the log calls commands on posts, from when only meetings had threads. A repeated attempt is known by this name, also
 * one that a browser kept since then: so it stays.
 */
export const loggedNames = {
	editPost: 'meeting.editPost',
	deletePost: 'meeting.deletePost',
	react: 'meeting.react',
	hidePost: 'meeting.hidePost',
	restorePost: 'meeting.restorePost'
} as const;
