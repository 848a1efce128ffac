/** Country code first, as it is dialled from anywhere; signs between the digits are the writer's; an extension may follow. */
const number = /^(\+[\d\s().\/-]+?)(?:\s*(?:ext\.?|x|#)\s*(\d{1,6}))?$/i;

function read(typed: string): { digits: string; extension: string | undefined } | null {
	const [, main = '', extension] = number.exec(typed) ?? [];
	// People write the zero that is dialled at home alone in brackets: +44 (0)1902.
	const digits = main.replace(/\(0\)|\D/g, '');
	return /^[1-9]\d{6,14}$/.test(digits) ? { digits, extension } : null;
}

/** The number with + before its country code, else as it was typed; null for what nobody abroad could dial. */
export function readTelephone(typed: string): string | null {
	const international = typed.replace(/^00(?=[\s\d(])/, '+');
	return read(international) && international;
}

/** What a press on the number opens. */
export function telephoneHref(telephone: string): string {
	const { digits = '', extension } = read(telephone) ?? {};
	return `tel:+${digits}${extension ? `;ext=${extension}` : ''}`;
}
