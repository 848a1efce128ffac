import type { Post } from '#lib/model/threads/posts.ts';
import type { ReactionKind } from '#lib/model/threads/reactions.ts';

/** What can be done with the posts of a thread, handed down to them; without scripts there is none of it. */
export interface Acts {
	/** Opens a place to answer in the post's discussion. */
	answer(post: Post): void;
	react(post: Post, kind: ReactionKind, on: boolean): void;
	/** Opens the menu of everything else beside the button that was pressed. */
	more(post: Post, button: HTMLElement): void;
	edit(post: Post): void;
	remove(post: Post): void;
	restore(post: Post): void;
	/** Fetches the earlier answers of the discussion that begins with this post. */
	unfold(beginning: Post): Promise<void>;
	/** Shows the new answers that wait in the discussion that begins with this post. */
	showHeld(beginning: Post): void;
}

/** With the script an act happens in place; without it, or in a new tab, the link leads to a page of its own. */
export function inPlace(act: (() => void) | undefined): (event: MouseEvent) => void {
	return (event) => {
		if (!act || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
		event.preventDefault();
		act();
	};
}
