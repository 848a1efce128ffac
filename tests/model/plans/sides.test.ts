import { describe, expect, test } from 'vitest';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { mergeSections } from '#lib/model/documents/section-merge.ts';
import { sidesApart, type SaidPart } from '#lib/model/documents/sides-apart.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { textTokens } from '#lib/model/documents/tokens.ts';
import { mergeWords } from '#lib/model/plans/merge-words.ts';
import type { SectionWords } from '#lib/model/plans/section.ts';
import { sidesOfSection } from '#lib/model/plans/sides.ts';
import { doc, li, p, ul } from '../documents/section-notes.ts';
import { Writer } from '../documents/section-edits.ts';
import { eachSeed } from '../documents/section-random.ts';

const words = (of: SectionDoc, title = 'Title') => ({ title, lang: 'en', doc: of });
/** What is apart stands in brackets. */
const marked = (parts: readonly SaidPart[]): string => parts.map(({ text, apart }) => (apart ? `[${text}]` : text)).join('');
const shown = (theirs: SectionDoc, mine: SectionDoc) => {
	const sides = sidesOfSection(words(theirs), words(mine));
	return { theirs: sides.theirs.says.map(marked), mine: sides.mine.says.map(marked) };
};
interface Met {
	doc: SectionDoc;
	aside: SectionDoc;
}
/** A side beside the one that waits already; null where both say the same words otherwise. */
function joined(waiting: Met | null, side: SectionWords): SectionDoc | null {
	if (!waiting) return side.doc;
	const both = mergeWords(words(waiting.doc), words(waiting.aside), side);
	return both.aside ? null : both.words.doc;
}
/**
 * Saves made one after the other over what somebody else wrote: what stands then, and what would with one's own words; null
 * where nothing clashes, or the same words did twice.
 */
function saved(base: SectionDoc, theirs: SectionDoc, ...saves: SectionDoc[]): { stands: SectionDoc; own: SectionDoc } | null {
	let [from, stands] = [base, theirs];
	let met: Met | null = null;
	for (const save of saves) {
		const merged = mergeWords(words(from), words(save), words(stands));
		[from, stands] = [save, merged.words.doc];
		if (!merged.aside) continue;
		const aside = joined(met, merged.aside);
		if (!aside) return null;
		met = { doc: stands, aside };
	}
	return met && { stands, own: mergeSections(met.doc, met.aside, stands, { wins: 'mine' }).doc };
}

describe('of a paragraph that one typed in and another took away', () => {
	const list = (second: string) => ul('list', li('ite1', p('par1', 'First.')), li('ite2', p('par2', second)));
	const base = doc(list('Second.'), p('para', 'Words that are in dispute.'), p('next', 'Half one. Half two.'));
	const typed = p('para', 'Words ILZETYPED that are in dispute.');
	const once = doc(list('Second.'), typed, p('next', 'Half one. Half two.'));
	const twice = doc(list('Second. ILZEITEM'), typed, p('next', 'Half one. Half two. ILZEEND'));
	const theirs = doc(
		ul('list', li('ite1', p('par1', 'First.'))),
		p('par2', 'Second.'),
		p('next', 'Half one.'),
		ul('lis2', li('ite3', p('new1', 'VIJASPLIT Half two.')))
	);

	test.each([
		['in one save', [twice]],
		['in two, of which the second says nothing that others changed', [once, twice]]
	])('only that paragraph is shown: %s', (_, saves) => {
		const { stands, own } = saved(base, theirs, ...saves)!;
		for (const said of ['ILZEITEM', 'ILZEEND', 'VIJASPLIT']) expect(textOf(stands)).toContain(said);
		expect(shown(stands, own)).toEqual({ theirs: [], mine: ['Words ILZETYPED that are in dispute.'] });
	});
});

test('words that differ are apart on both sides, in whatever paragraph or item they are', () => {
	const section = (wood: string, more: string) =>
		doc(
			p('one1', 'It stays.'),
			ul('list', li('ite1', p('two2', `Boats of ${wood} sail.`)), li('ite2', p('thr3', `They are ${more}red.`)))
		);
	expect(shown(section('birch', ''), section('oak', 'very '))).toEqual({
		theirs: ['Boats of [birch] sail.', 'They are red.'],
		mine: ['Boats of [oak] sail.', 'They are [very ]red.']
	});
});

test('titles, footnotes and what pictures show are compared too', () => {
	const picture = (alt: string) =>
		({
			type: 'picture',
			attrs: { id: 'pict', file: '0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b', alt, caption: '', width: 1, height: 1 }
		}) as never;
	const section = (note: string, alt: string) => doc(p('one1', `A river[note ${note}].`), picture(alt));
	const { theirs, mine } = sidesOfSection(
		words(section('As of May.', 'A bridge'), 'Rivers'),
		words(section('As of June.', 'A ford'), 'Waters')
	);
	expect(theirs.says.map(marked)).toEqual(['[Rivers]', 'A river.', 'As of [May].', 'A [bridge]']);
	expect(mine.says.map(marked)).toEqual(['[Waters]', 'A river.', 'As of [June].', 'A [ford]']);
});

test('each side shows whole paragraphs of its own, every word that only it has, and none of a stranger as its own', () => {
	let asked = 0;
	eachSeed(500, (maker) => {
		const { random } = maker;
		const base = maker.section();
		const mine = new Writer(base, 'mana', random);
		const theirs = new Writer(base, 'citu', random);
		for (let n = 0; n < 8; n += 1) theirs.do();
		const saves = [1, 2].map(() => {
			mine.do().do().do();
			return mine.doc;
		});
		const both = saved(base, theirs.doc, ...saves);
		if (!both) return;
		asked += 1;
		const { stands, own } = both;
		const sides = sidesOfSection(words(stands), words(own));
		const isOne = sides.theirs.says.length === 0 || sides.mine.says.length === 0;
		/** The words of a side that stand out; all of them where they are alone. */
		const said = (side: 'theirs' | 'mine') =>
			sides[side].says.flatMap((some) => some.filter(({ apart }) => apart || isOne).map(({ text }) => text)).join('\n');
		const only = (of: SectionDoc, other: SectionDoc) => {
			const known = new Set(textTokens(textOf(other)));
			return textTokens(textOf(of)).filter((word) => /^(?:mana|citu)/.test(word) && !known.has(word));
		};
		for (const word of only(own, stands)) expect(said('mine')).toContain(word);
		for (const word of only(stands, own)) expect(said('theirs')).toContain(word);
		for (const [side, of] of [
			['mine', own],
			['theirs', stands]
		] as const) {
			const text = textOf(of).replaceAll('\ufffc', '');
			for (const some of sides[side].says) {
				const paragraph = some.map(({ text }) => text).join('');
				if (!text.includes(paragraph)) expect(JSON.stringify(of)).toContain(JSON.stringify(paragraph));
			}
		}
		// Words that only somebody else typed and that stand anyhow are no part of what one chooses.
		expect(only(own, stands).filter((word) => word.startsWith('citu'))).toEqual([]);
	});
	expect(asked).toBeGreaterThan(100);
}, 60_000);

describe('two short texts', () => {
	test.each([
		['Youth department', 'Education board', '[Youth department]', '[Education board]'],
		['From 10 to 20 EUR', 'From 10 to 25 EUR', 'From 10 to [20] EUR', 'From 10 to [25] EUR'],
		['The board', 'The board of the city', 'The board', 'The board[ of the city]'],
		['Boats', '', 'Boats', ''],
		['ha ha', 'ha ha ha', 'ha ha', 'ha ha[ ha]']
	])('%s, %s', (theirs, mine, ...marks) => {
		const sides = sidesApart({ theirs, mine });
		expect([marked(sides.theirs), marked(sides.mine)]).toEqual(marks);
	});
});
