import type { Localized } from '#lib/model/localized.ts';
import { isPlanPart, type TemplatePart } from '#lib/model/plans/parts.ts';

/** What each language says of a field of a part: `3.title.lv`. */
function languagesOf(fields: Record<string, string>, prefix: string): Localized {
	const said = Object.entries(fields).flatMap(([name, text]) => {
		const lang = name.startsWith(prefix) ? name.slice(prefix.length) : '';
		return /^[a-z]{2}$/.test(lang) && (text.trim() !== '' || lang === 'en') ? [[lang, text]] : [];
	});
	return { en: '', ...Object.fromEntries(said) } as Localized;
}

/**
 * The parts of a template as its form says them, in the order of the places that are typed; those that are left out, and new ones
 * without a title, are none.
 */
export function partsIn(fields: Record<string, string>): TemplatePart[] {
	const count = Object.keys(fields).filter((name) => /^\d+\.place$/.test(name)).length;
	return Array.from({ length: count }, (_, n) => {
		const part = fields[`${n}.part`] ?? '';
		const title = languagesOf(fields, `${n}.title.`);
		const isNew = fields[`${n}.new`] !== undefined;
		return {
			place: Number(fields[`${n}.place`]),
			n,
			gone: fields[`${n}.gone`] !== undefined || (isNew && title.en.trim() === ''),
			said: { part: isPlanPart(part) ? part : null, title, hint: languagesOf(fields, `${n}.hint.`) }
		};
	})
		.filter(({ gone }) => !gone)
		.sort((one, other) => one.place - other.place || one.n - other.n)
		.map(({ said }) => said);
}
