import { stateOf, type Post } from './posts.ts';

/** Messages of others that can be read count as unread; one's own and what was taken away do not. */
export function countsFor(reader: string | undefined, post: Post): boolean {
	return post.author.id !== reader && stateOf(post) === 'posted';
}
