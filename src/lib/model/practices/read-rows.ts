import { cleanLine, cleanText } from '../documents/clean.ts';
import { isPageAddress } from '../documents/href.ts';
import { readVideoLink } from '../videos.ts';
import { limits } from './limits.ts';
import { readDecimalTyped, readYear } from './read-quantities.ts';
import type { Languages, ReadField, Untaken } from './untaken.ts';
import { isEmptyRow, type RowField, type TypedFigure, type TypedLink, type TypedModule } from './typed.ts';
import type { Figure, LinkToPage, PracticeModule, VideoLink } from './values.ts';

const most: Record<RowField, number> = {
	evidence: limits.figures,
	modules: limits.modules,
	links: limits.links,
	videos: limits.videos
};

/** Reads every row that says something. `read` tells what is not taken by `wrong`, with the part of the row. */
function readRows<Row extends TypedFigure | TypedModule | TypedLink, Value>(
	field: RowField,
	rows: readonly Row[],
	read: (row: Row, at: (part: string) => string, wrong: (untaken: Untaken) => void) => Value
): ReadField<Value[]> {
	const untaken: Untaken[] = [];
	const value = rows.flatMap((row, place) =>
		isEmptyRow(row)
			? []
			: [
					read(
						row,
						(part) => `${field}.${place}.${part}`,
						(one) => untaken.push(one)
					)
				]
	);
	if (value.length > most[field]) return { untaken: [{ at: field, code: 'too_many' }] };
	return untaken.length > 0 ? { untaken } : { value };
}

/** A line of a row that may be too long, or missing. */
function line(
	typed: string,
	at: string,
	wrong: (untaken: Untaken) => void,
	{ longest = limits.line as number, needed = false } = {}
): string {
	const said = cleanLine(typed);
	if (said.length > longest) wrong({ at, code: 'too_long' });
	if (needed && said === '') wrong({ at, code: 'needed' });
	return said;
}

export function readFigures(rows: readonly TypedFigure[], languages: Languages): ReadField<Figure[]> {
	return readRows('evidence', rows, ({ id, kind, ...row }, at, wrong) => {
		const decimal = (part: 'before' | 'amount'): string | null => {
			const read = readDecimalTyped(row[part], at(part), languages);
			if ('value' in read) return read.value;
			wrong(read);
			return null;
		};
		const what = line(row.what, at('what'), wrong, { needed: true });
		const [before, amount] = [decimal('before'), decimal('amount')];
		if (row.amount.trim() === '') wrong({ at: at('amount'), code: 'needed' });
		const year = readYear(row.year, at('year'), languages);
		if (!('value' in year)) wrong(year);
		const unit = line(row.unit, at('unit'), wrong, { longest: limits.unit });
		const source = line(row.source, at('source'), wrong);
		return { id, kind, what, before, amount: amount ?? '', unit, year: 'value' in year ? year.value : null, source };
	});
}

export function readModules(rows: readonly TypedModule[]): ReadField<PracticeModule[]> {
	return readRows('modules', rows, ({ id, kind, title, text }, at, wrong) => {
		const said = cleanText(text).trim();
		if (said.length > limits.module) wrong({ at: at('text'), code: 'too_long' });
		return { id, kind, title: line(title, at('title'), wrong, { needed: true }), text: said };
	});
}

/** An address with what goes before it, which people leave out: "www.daugavpils.lv". */
function addressTyped(typed: string): string | null {
	const said = typed.trim();
	const href = /^[a-z][a-z\d+.-]*:/i.test(said) ? said : `https://${said}`;
	const isWeb = isPageAddress(href) && URL.parse(href)?.hostname.includes('.');
	return isWeb && href.length <= limits.href && !/\s/.test(href) ? href : null;
}

export function readLinks(rows: readonly TypedLink[]): ReadField<LinkToPage[]> {
	return readRows('links', rows, ({ href, label }, at, wrong) => {
		const address = addressTyped(href);
		if (address === null) wrong({ at: at('href'), code: 'no_address' });
		return { href: address ?? '', label: line(label, at('label'), wrong) };
	});
}

export function readVideos(rows: readonly TypedLink[]): ReadField<VideoLink[]> {
	return readRows('videos', rows, ({ href, label }, at, wrong) => {
		const read = readVideoLink(href);
		if ('problem' in read) wrong({ at: at('href'), code: read.problem.code, video: read.problem });
		return { href: 'page' in read ? read.page : '', title: line(label, at('label'), wrong) };
	});
}
