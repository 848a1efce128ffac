import { officeStyle, type OfficeStyle } from './office-styles.ts';

/*
 * Lists that are no lists in the HTML: Word's paragraphs with a level and their bullet or number as words, and items of Word
 * online and of Google that say their level but do not stand in one another.
 */

/** An item as it was seen. */
interface Item {
	/** Whose content it is. */
	from: Element;
	/** Counts from 1. */
	level: number;
	/** What its sign may say, the likeliest first; none for a bullet. */
	numbers: readonly number[];
	/** Whether its number is a letter or a Roman numeral. */
	lettered: boolean;
	/** Which list it belongs to, as its program says. */
	list: string;
}

const numeral = /^[([]?(?:\d+[.)])*(?:(\d+)|([a-z])|([ivxlc]+))(?:[.)\]]|$)/i;
const roman: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanNumber(letters: string): number {
	const values = [...letters.toLowerCase()].map((letter) => roman[letter] ?? 0);
	return values.reduce((sum, value, place) => sum + (value < (values[place + 1] ?? 0) ? -value : value), 0);
}

/** Alone they are Roman more often than the ninth, twenty-second or twenty-fourth of a list. */
const romanAlone = /^[ivx]$/i;

/** The numbers that a sign before an item may say, the likeliest first; none for a bullet. */
export function numbersIn(sign: string): { numbers: number[]; lettered: boolean } {
	const said = sign.replace(/\s+/g, '');
	const [all, digits, letter, letters] = numeral.exec(said) ?? [];
	const none = { numbers: [], lettered: false };
	if (all === undefined || all.length < said.length) return none;
	if (digits) return { numbers: [Number(digits)], lettered: false };
	// A lone "o" is a bullet of Courier New.
	if (!/[.)\]]$/.test(said)) return none;
	if (!letter) return { numbers: [romanNumber(letters ?? '')], lettered: true };
	const [place, value] = [letter.toLowerCase().charCodeAt(0) - 96, romanNumber(letter)];
	return { numbers: value === 0 ? [place] : romanAlone.test(letter) ? [value, place] : [place, value], lettered: true };
}

function signOf(paragraph: Element): Element | null {
	return [...paragraph.querySelectorAll('span[style]')].find((span) => /ignore/i.test(officeStyle(span).get('mso-list') ?? '')) ?? null;
}

/** Word's paragraph with a level. */
function wordItem(paragraph: Element): Item | null {
	const [, list = '', level] = /^(l\d+)\s+level(\d+)/.exec(officeStyle(paragraph).get('mso-list') ?? '') ?? [];
	if (level === undefined) return null;
	const sign = signOf(paragraph);
	return { from: paragraph, level: Number(level), list, ...numbersIn(sign?.textContent ?? '') };
}

/** A numbered heading keeps its number as words. */
function sayNumber(heading: Element): void {
	const sign = signOf(heading);
	if (sign) sign.replaceWith(document.createTextNode(`${(sign.textContent ?? '').replace(/\s+/g, ' ').trim()} `));
}

function place(items: readonly Item[]): DocumentFragment {
	const placed = document.createDocumentFragment();
	/** The open lists, the deepest last. */
	const open: { element: Element; level: number; list: string; next: number | null }[] = [];
	for (const { from, level, numbers, lettered, list } of items) {
		while (open.length > 1 && open.at(-1)!.level > level) open.pop();
		let deepest = open.at(-1);
		const following = deepest?.next;
		const number = numbers.find((one) => one === following) ?? numbers[0] ?? null;
		const goesOn =
			deepest !== undefined &&
			(deepest.level === level || (open.length === 1 && deepest.level > level)) &&
			(deepest.next === null) === (number === null) &&
			(number === null ? deepest.list === list || open.length > 1 : deepest.next === number);
		if (deepest && deepest.level >= level && !goesOn) open.pop();
		if (!goesOn) {
			const element = document.createElement(number === null ? 'ul' : 'ol');
			if (number !== null && number !== 1) element.setAttribute('start', String(number));
			if (lettered) element.setAttribute('type', 'a');
			const around = open.at(-1)?.element.lastElementChild;
			(around ?? placed).append(element);
			deepest = { element, level, list, next: number };
			open.push(deepest);
		}
		if (deepest && number !== null) deepest.next = number + 1;
		const item = document.createElement('li');
		if (from.tagName === 'LI') item.append(...from.childNodes);
		else {
			signOf(from)?.remove();
			const words = document.createElement('p');
			words.append(...from.childNodes);
			item.append(words);
		}
		deepest?.element.append(item);
	}
	return placed;
}

function isNothing(node: Node): boolean {
	return node instanceof Comment || (!(node instanceof Element) && (node.textContent ?? '').trim() === '');
}

/** Word's paragraphs within this element that follow one another become lists. */
function wordLists(within: ParentNode & Node): void {
	let items: Item[] = [];
	const flush = (): void => {
		const [first] = items;
		if (first) first.from.before(place(items));
		for (const { from } of items) from.remove();
		items = [];
	};
	for (const node of [...within.childNodes]) {
		if (isNothing(node)) continue;
		const item = node instanceof Element && node.tagName === 'P' ? wordItem(node) : null;
		if (item) items.push(item);
		else flush();
	}
	flush();
}

const levelOf = (item: Element): number | null => {
	const level = Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level'));
	return level >= 1 && level <= 9 ? level : null;
};

/** How many lists stand around an item. */
function depthOf(item: Element): number {
	let depth = 0;
	for (let list = item.parentElement?.closest('ul, ol'); list; list = list.parentElement?.closest('ul, ol')) depth += 1;
	return depth;
}

/** The items of one list after another, each with the level that it says. */
function saidItems(lists: readonly Element[], classes: ReadonlyMap<string, OfficeStyle>): Item[] {
	return lists.flatMap((list, n) => {
		const ordered = list.tagName === 'OL';
		let number = Number(list.getAttribute('start') ?? 1);
		return [...list.children].map((from): Item => {
			const item = {
				from,
				level: levelOf(from) ?? 1,
				numbers: ordered ? [number] : [],
				lettered: ordered && isLettered(list, classes),
				list: from.getAttribute('data-listid') ?? String(n)
			};
			number += 1;
			return item;
		});
	});
}

const letters = /\b(?:lower|upper)-(?:alpha|latin|roman|greek)\b/;

/** Whether a list numbers its items with letters or Roman numerals; Google says it of each item. */
function isLettered(list: Element, classes: ReadonlyMap<string, OfficeStyle>): boolean {
	const items = [...list.children].filter(({ tagName }) => tagName === 'LI');
	return [list, ...items].some((element) => {
		const style = officeStyle(element, classes);
		const said = style.get('list-style-type') ?? style.get('list-style') ?? '';
		return letters.test(said) || (said === '' && /^[ai]$/i.test(element.getAttribute('type') ?? ''));
	});
}

/** An item that says its number itself begins a list from there. */
function withOwnNumbers(content: ParentNode): void {
	for (const list of content.querySelectorAll('ol')) {
		let part: Element = list;
		let next = Number.parseInt(list.getAttribute('start') ?? '1', 10);
		for (const [n, item] of [...list.children].entries()) {
			const own = Number.parseInt(item.getAttribute('value') ?? '', 10);
			if (own >= 0 && own !== next) {
				if (n > 0) {
					const rest = list.cloneNode() as Element;
					part.after(rest);
					part = rest;
				}
				part.setAttribute('start', String(own));
				next = own;
			}
			if (part !== list) part.append(item);
			if (item.tagName === 'LI') next += 1;
		}
	}
}

/** Lists of items that say deeper levels than they stand in are put into one another. */
function leveledLists(content: ParentNode, classes: ReadonlyMap<string, OfficeStyle>): void {
	for (const wrapper of content.querySelectorAll('.ListContainerWrapper')) wrapper.replaceWith(...wrapper.childNodes);
	const isFlat = (list: Element): boolean =>
		list.children.length > 0 &&
		[...list.children].every((item) => item.tagName === 'LI' && levelOf(item) !== null && !item.querySelector('ul, ol'));
	for (const list of content.querySelectorAll('ul, ol')) {
		if (!list.parentNode || !isFlat(list) || list.parentElement?.closest('ul, ol')) continue;
		const lists = [list];
		for (let next = list.nextElementSibling; next && /^[UO]L$/.test(next.tagName) && isFlat(next); next = next.nextElementSibling)
			lists.push(next);
		const items = saidItems(lists, classes);
		if (!items.some(({ from, level }) => level > depthOf(from))) continue;
		list.before(place(items));
		for (const one of lists) one.remove();
	}
}

/** Makes lists of what offices show as lists. @returns how many of them were numbered with letters or Roman numerals */
export function withLists(content: DocumentFragment, classes: ReadonlyMap<string, OfficeStyle>): number {
	for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5, h6')) if (wordItem(heading)) sayNumber(heading);
	const parents = new Set<ParentNode & Node>();
	for (const paragraph of content.querySelectorAll('p[style]'))
		if (wordItem(paragraph) && paragraph.parentNode) parents.add(paragraph.parentNode as ParentNode & Node);
	for (const parent of parents) wordLists(parent);
	withOwnNumbers(content);
	leveledLists(content, classes);
	return [...content.querySelectorAll('ol')].filter((list) => isLettered(list, classes)).length;
}
