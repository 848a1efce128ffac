/**
 * Leads to the part of the thread where the message stands that was answered, so that what was written can be an answer
 * again. Of a message that is nowhere any more there is nothing to be led to.
 * @param address of the thread's page
 * @returns false when it cannot be had just now
 */
export async function leadToAnswered(seq: number, address: string, goto: (href: string) => Promise<unknown>): Promise<boolean> {
	const answered = await fetch(`${address}/p/${seq}`, { headers: { accept: 'application/json' } }).catch(() => null);
	if (answered?.ok) await goto(`${address}?reply=${seq}#answer`);
	return answered?.ok || answered?.status === 404;
}
