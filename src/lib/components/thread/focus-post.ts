import { tick } from 'svelte';

/** Gives the focus to a post when what had it is gone, so that the keyboard goes on from there. */
export async function focusPost(seq: number | undefined): Promise<void> {
	await tick();
	const post = document.getElementById(`p-${seq}`);
	post?.setAttribute('tabindex', '-1');
	post?.focus({ preventScroll: true });
}
