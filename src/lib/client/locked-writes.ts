import { sealOf } from './sealing.ts';

/** What is kept of a write: what was written is locked, so that only who wrote it reads it. */
export interface LockedWrite {
	commandId: string;
	personId: string;
	locked: Uint8Array<ArrayBuffer>;
}

export interface Write {
	commandId: string;
	personId: string;
	input: unknown;
}

/** What this page has written or opened already, with how it is kept. */
const known = new Map<string, { input: unknown; locked: Uint8Array<ArrayBuffer> }>();

/** Has the key at hand before the first write, which may come when there is no line. */
export async function readyToLock(personId: string): Promise<void> {
	await sealOf(personId);
}

/** @returns null while the key is not to be had */
export async function lockWrite<One extends Write>(entry: One): Promise<(Omit<One, 'input'> & LockedWrite) | null> {
	const { input, ...rest } = entry;
	let locked = known.get(entry.commandId)?.locked;
	if (!locked) {
		const seal = await sealOf(entry.personId);
		if (!seal) return null;
		locked = await seal.lock(new TextEncoder().encode(JSON.stringify(input)));
		known.set(entry.commandId, { input, locked });
	}
	return { ...rest, locked };
}

/** @returns null when it cannot be opened, at least not now */
export async function openWrite<One extends Write>(kept: Omit<One, 'input'> & LockedWrite): Promise<One | null> {
	const { locked, ...rest } = kept;
	let had = known.get(kept.commandId);
	if (!had) {
		const seal = await sealOf(kept.personId);
		const bytes = await seal?.open(locked);
		if (!bytes) return null;
		had = { input: JSON.parse(new TextDecoder().decode(bytes)) as unknown, locked };
		known.set(kept.commandId, had);
	}
	return { ...rest, input: had.input } as unknown as One;
}
