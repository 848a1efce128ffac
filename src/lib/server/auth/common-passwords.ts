import { visibleSigns } from './visible-signs.ts';

/** Signs that stand for letters in a word that everybody knows. */
const disguises: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** Signs around a common word that make it no harder to guess: a year, a count, some marks. */
const mostAround = 8;

/** What fingers write that walk over a keyboard, in rows or in slants. */
const walks = [
	'qwertyuiopasdfghjklzxcvbnm',
	'qwertzuiopasdfghjklyxcvbnm',
	'azertyuiopqsdfghjklmwxcvbn',
	'1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
	'1q2w3e4r5t6y7u8i9o0p',
	'qazwsxedcrfvtgbyhnujmikolp'
].flatMap((walk) => [walk, [...walk].reverse().join('')]);

let list: Promise<ReadonlySet<string>> | undefined;

/** 49,000 passwords from leaks, and read only once somebody chooses one. */
function known(): Promise<ReadonlySet<string>> {
	return (list ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'])));
}

/** Whether many people use this password, or one that differs by capitals, disguise, or what stands around it. */
export async function isCommon(password: string): Promise<boolean> {
	const words = await known();
	const said = visibleSigns(password.normalize('NFKC')).toLowerCase();
	const close = said.replace(/\P{L}*\p{Z}\P{L}*/gu, (gap) => gap.replace(/\p{Z}/gu, ''));
	const bare = said.replace(/[^\p{L}\p{N}]/gu, '');
	if (bare.length > 3 && walks.some((walk) => walk.includes(bare))) return true;
	return [said, close, bare].some(
		(one) => words.has(one) || words.has(undisguised(one)) || isDecorated(one, words) || isDoubled(one, words)
	);
}

/** The letters for which the signs in a word may stand. */
export function undisguised(said: string): string {
	return said.replace(/[013457@$!]/g, (sign) => disguises[sign] ?? sign);
}

function isDecorated(said: string, words: ReadonlySet<string>): boolean {
	const core = said.replace(/^\P{L}+|\P{L}+$/gu, '');
	return core.length > 3 && said.length - core.length <= mostAround && (words.has(core) || words.has(undisguised(core)));
}

function isDoubled(said: string, words: ReadonlySet<string>): boolean {
	const [, unit] = /^(.{4,}?)\1+$/u.exec(said) ?? [];
	return unit !== undefined && words.has(unit);
}
