const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id that no other block has: 10 of 36 signs. */
export function newBlockId(): string {
	return [...crypto.getRandomValues(new Uint32Array(10))].map((n) => letters.charAt(n % 36)).join('');
}

export function isBlockId(id: string): boolean {
	return /^[a-z\d]{4,16}$/.test(id);
}
