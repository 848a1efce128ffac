import type { JumpedOver } from '#lib/model/threads/jumped-over.ts';

/** The address of the first message that was jumped over, on its part of the thread's page. */
export function wayBack({ seq, root }: NonNullable<JumpedOver['first']>, address: string): string {
	return `${address}?${root === null ? 'from' : 'unfold'}=${seq}#p-${seq}`;
}
