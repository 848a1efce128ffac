import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane: the OWASP recommendation. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
	return hash(password.normalize('NFC'), cost);
}

let dummy: Promise<string> | undefined;

/** Takes the same time whether there is a hash to compare with or not. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
	const nobodys = await (dummy ??= hashPassword('nobody has this password'));
	const fits = await verify(stored ?? nobodys, password.normalize('NFC'));
	return stored !== null && fits;
}
