import { inPlace } from './acts.ts';
import { focusPost } from './focus-post.ts';

/**
 * Shows a folded text whole, and keeps it so, once it is asked for by the link after it or by its address, or when the browser's
 * search or the keyboard comes to what is folded away: then the browser scrolls within the text.
 */
export function unfolds(text: HTMLElement): void {
	const post = text.closest('article');
	const unfold = () => {
		const by = text.scrollTop;
		text.dataset.whole = '';
		// What was found stays where it is.
		scrollBy(0, by);
	};
	if (post?.matches(':target') || text.scrollTop > 0) unfold();
	text.addEventListener('scroll', unfold);
	const ask = inPlace(() => {
		unfold();
		void focusPost(Number(post?.id.slice(2)));
	});
	(text.nextElementSibling as HTMLElement | null)?.addEventListener('click', ask);
}
