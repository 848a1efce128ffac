import type { Services } from '../services.ts';

/** A warning when links lead to this machine only. */
export function whereLinksOpen({ config: { publicUrl, port } }: Services): string[] {
	return publicUrl === `http://localhost:${port}`
		? ['It opens on this machine only: set PUBLIC_URL to the address under which people reach the desk.']
		: [];
}
