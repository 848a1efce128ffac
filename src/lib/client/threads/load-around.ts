import { inTheSamePlace } from '../same-place.ts';
import type { Post } from '../../model/threads/posts.ts';

/**
 * Fetches the page's data anew, around what is being read: answers that were unfolded stay so.
 * @param onScreen the posts that are on screen, from the top
 * @param load loads the part of the thread that the query asks for, or the same part again
 */
export async function loadAround(onScreen: readonly Post[], load: (query: string | null) => Promise<void>): Promise<void> {
	const [first] = onScreen;
	const answer = first && onScreen.find(({ root }) => root === (first.root ?? first.seq));
	const query = first ? (answer ? `unfold=${answer.seq}` : `from=${first.seq}`) : null;
	await inTheSamePlace(
		() => first && document.getElementById(`p-${first.seq}`),
		() => load(query)
	);
}
