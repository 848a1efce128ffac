import { goto } from '$app/navigation';
import { page } from '$app/state';

/**
 * Leads to the part of the thread where the message stands that was answered, so that what was written can be an answer
 * again. Of a message that is nowhere any more there is nothing to be led to.
 * @returns false when it cannot be had just now
 */
export async function leadToAnswered(seq: number): Promise<boolean> {
	const address = `/meetings/${page.params.slug}`;
	const answered = await fetch(`${address}/p/${seq}`, { headers: { accept: 'application/json' } }).catch(() => null);
	if (answered?.ok) await goto(`${address}?reply=${seq}#answer`, { keepFocus: true });
	return answered?.ok || answered?.status === 404;
}
