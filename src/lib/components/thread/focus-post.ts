import { tick } from 'svelte';

/** Gives the focus to a post when what had it is gone, so that the keyboard goes on from there. */
export async function focusPost(seq: number | undefined): Promise<void> {
	await tick();
	focusOn(document.getElementById(`p-${seq}`));
}

/** Does what takes a post off the page, and gives the focus to the one that stood beside it. */
export async function focusBeside(post: HTMLElement, takeAway: () => void): Promise<void> {
	const all = [...(post.closest('.posts')?.querySelectorAll<HTMLElement>('article') ?? [])];
	const at = all.indexOf(post);
	const beside = all[at + 1] ?? all[at - 1] ?? document.getElementById('discussion');
	takeAway();
	await tick();
	focusOn(beside);
}

function focusOn(place: HTMLElement | null): void {
	place?.setAttribute('tabindex', '-1');
	place?.focus({ preventScroll: true });
}
