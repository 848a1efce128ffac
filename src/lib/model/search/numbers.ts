/** Signs between thousands in the ten languages, spaces that do not break among them. */
const groups = ` \u00a0\u2009\u202f.,'’`;

/**
 * A number with signs in it: thousands apart, decimals, or a time of the day. A date has more signs than that, and is no
 * number; nor is what hangs on a letter.
 */
export const numberPattern = new RegExp(
	`(?<![\\p{L}\\p{M}\\p{Nd}]|\\d[.,:'’])(?:\\d{1,3}([${groups}])\\d{3}(?:\\1\\d{3})*(?:(?!\\1)[.,]\\d+)?|\\d+[.,:]\\d+)(?![\\p{L}\\p{M}\\p{Nd}]|[.,:'’]\\d)`,
	'u'
);

/** Whether there may be such a number at all, which is soon seen. */
export const mayHoldNumbers = new RegExp(`\\d[${groups}:]\\d`);

export interface NumberRead {
	/** The ways to compare it, whichever signs it is written with: the first is how it is most likely meant. */
	forms: string[];
	/** The digits between its signs, in their order, and whether these signs are spaces. */
	runs: string[];
	spaced: boolean;
	/** What else it is found by. */
	parts: string[];
}

/** Reads what `numberPattern` found: "3 400,50", "3.400,50" and "3,400.50" are one number, and "3.400" may be two. */
export function readNumber(found: string): NumberRead {
	const runs = found.split(/\D/);
	const [, sign = ''] = /\d(\D)/.exec(found) ?? [];
	const [, last = ''] = /(\D)\d+$/.exec(found) ?? [];
	const [first = '', ...others] = runs;
	const isGrouped = first !== '0' && first.length <= 3 && others[0]?.length === 3 && sign !== ':';
	const decimals = isGrouped && last === sign ? null : (others.at(-1) ?? null);
	const whole = (decimals === null ? runs : runs.slice(0, -1)).join('');
	const forms = [decimals === null ? whole : `${whole},${decimals}`];
	if (decimals === null && others.length === 1 && /[.,]/.test(sign)) forms.push(runs.join(','));
	// With no cents it is the same amount.
	if (decimals && /^0+$/.test(decimals) && whole.length > 2) forms.push(whole);
	return { forms, runs, spaced: /\s/.test(sign), parts: [...new Set([...runs, whole])] };
}
