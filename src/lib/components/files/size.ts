import type { Formatter } from '#lib/i18n/format.ts';

/** 1.2 MB, as people count: a megabyte is a million bytes. */
export function sizeIn({ number }: Pick<Formatter, 'number'>, bytes: number): string {
	const [unit, name] = bytes >= 1e9 ? [1e9, 'GB'] : bytes >= 1e6 ? [1e6, 'MB'] : [1e3, 'kB'];
	const value = bytes / unit;
	return `${number(value >= 10 || unit === 1e3 ? Math.max(1, Math.round(value)) : Math.round(value * 10) / 10)}\u00a0${name}`;
}
