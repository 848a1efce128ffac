import { fetchDraftKeys } from './draft-key.ts';

/** What locks and opens a person's texts in this browser; it lives in memory and goes with the page. */
export interface Seal {
	lock(bytes: BufferSource): Promise<Uint8Array<ArrayBuffer>>;
	/** @returns null when none of the person's keys fits */
	open(locked: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer | null>;
	lockText(text: string): Promise<string>;
	openText(locked: string): Promise<string | null>;
}

const algorithm = 'AES-GCM';
/** Bytes of the random beginning of each locked text. */
const nonce = 12;

let had: { personId: string; seal: Promise<Seal> } | undefined;

/** The seal of who is signed in; null while its key cannot be had, so ask again. */
export async function sealOf(personId: string): Promise<Seal | null> {
	if (had?.personId !== personId) had = { personId, seal: fetchDraftKeys(personId).then(sealWith) };
	const asked = had;
	return asked.seal.catch(() => {
		if (had === asked) had = undefined;
		return null;
	});
}

async function sealWith(keys: readonly string[]): Promise<Seal> {
	const all = await Promise.all(
		keys.map((key) => crypto.subtle.importKey('raw', bytesOf(key), algorithm, false, ['encrypt', 'decrypt']))
	);
	const [first] = all;
	if (!first) throw new Error('no key');
	const seal: Seal = {
		async lock(bytes) {
			const iv = crypto.getRandomValues(new Uint8Array(nonce));
			const locked = await crypto.subtle.encrypt({ name: algorithm, iv }, first, bytes);
			const whole = new Uint8Array(nonce + locked.byteLength);
			whole.set(iv);
			whole.set(new Uint8Array(locked), nonce);
			return whole;
		},
		async open(locked) {
			const iv = locked.subarray(0, nonce);
			for (const key of all) {
				const opened = await crypto.subtle.decrypt({ name: algorithm, iv }, key, locked.subarray(nonce)).catch(() => null);
				if (opened) return opened;
			}
			return null;
		},
		lockText: async (text) => base64Of(await seal.lock(new TextEncoder().encode(text))),
		async openText(locked) {
			const opened = await seal.open(bytesOf(locked)).catch(() => null);
			return opened && new TextDecoder().decode(opened);
		}
	};
	return seal;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

function base64Of(bytes: Uint8Array): string {
	let signs = '';
	for (const byte of bytes) signs += String.fromCharCode(byte);
	return btoa(signs);
}
