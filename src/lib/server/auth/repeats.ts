import { visibleSigns } from './visible-signs.ts';

/** Signs that may stand beside a count, or be written three times, and make it no harder to guess. */
const fewest = 4;

/**
 * Whether a password is a sign or a few again and again, or signs that count up or down, with no more than three others:
 * `aaaaaaaaaa`, `ababababab`, `abcdefghij`, `0987654321`, `11223344556677`, `aa12345678`.
 */
export function repeats(password: string): boolean {
	const signs = [...visibleSigns(password.normalize('NFKC')).toLowerCase()].filter((sign) => /\P{Z}/u.test(sign));
	const periods = Array.from({ length: Math.max(fewest, Math.floor(signs.length / 3)) }, (_, n) => n + 1);
	return (
		periods.some((period) => signs.every((sign, at) => at < period || sign === signs[at - period])) ||
		new Set(signs).size < fewest ||
		besideCounts(signs.filter((sign, at) => sign !== signs[at - 1])) < fewest
	);
}

/** How many signs stand outside of counts: four or more that each follow the one before, in order or backwards. */
function besideCounts(signs: string[]): number {
	let beside = 0;
	for (let from = 0, to = 1; from < signs.length; from = to, to += 1) {
		const step = stepTo(signs, to);
		while (to < signs.length && Math.abs(step) === 1 && stepTo(signs, to) === step) to += 1;
		if (to - from < fewest) beside += to - from;
	}
	return beside;
}

/** From the sign before to this one; behind 9 comes 0. */
function stepTo(signs: string[], at: number): number {
	const [before = '', sign = ''] = [signs[at - 1], signs[at]];
	if (/^\d{2}$/.test(before + sign)) return ((Number(sign) - Number(before) + 15) % 10) - 5;
	return (sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
}
