import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '#lib/model/documents/clean.ts';
import type { Doc, Mark } from '#lib/model/documents/doc.ts';
import { fromMarkdown, fromTyped, toField } from '#lib/model/documents/markdown.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { plainDoc } from '#lib/model/documents/plain.ts';
import { toldIn } from '#lib/model/documents/told.ts';
import { normalDoc, someText } from './arbitraries.ts';

test.each(['{*x*}', '{**y**} un {**z**}', 'set {`k`} = 1', '{\\}', '\\frac{\\}{2} {\\}', '{\\}1. a\n{\\}2. b', 'a{\\}\n{\\}\nb'])(
	'%j typed into an empty field is what it was, and is so again when it is changed',
	(text) => {
		const doc = fromTyped(text);
		expect(doc).toEqual(normalizeDoc(plainDoc(text)));
		expect(toField(doc)).toEqual({ text, held: '' });
	}
);

test('code that is typed keeps the signs of our notation', () => {
	const text = '```\n{\\} {*x*} {`k`}\n```';
	expect(toldIn(fromTyped(text))).toBe('{\\} {*x*} {`k`}\n');
	expect(toField(fromTyped(text))).toEqual({ text, held: '' });
});

test('every document stands in a plain field so that it is read as it was', () => {
	fc.assert(
		fc.property(normalDoc, (doc) => {
			const { text, held } = toField(doc);
			expect(fromTyped(text, held)).toEqual(doc);
			expect(fromTyped(text.replaceAll('\n', '\r\n'), held.replaceAll('\n', '\r\n'))).toEqual(doc);
		}),
		{ numRuns: 150 }
	);
}, 60_000);

test('where a message needs our notation, it counts in the lines that held it and not in what a person adds', () => {
	const doc = fromMarkdown('bo{**l**}d\n\nteksts');
	const { text, held } = toField(doc);
	expect([text, held]).toEqual(['bo{**l**}d\n\nteksts', 'bo{**l**}d']);
	const added = fromTyped(`{*x*}\n${text} {\\}\n{**y**}`, held);
	expect(toldIn(added)).toBe('{*x*}\nbold\nteksts {\\}\n{**y**}\n');
	expect(JSON.stringify(added).match(/"bold"/g)).toHaveLength(1);
	expect(toldIn(fromTyped('bo{**l**}ds\n\nteksts', held))).toBe('bolds\nteksts\n');
	expect(toldIn(fromTyped('teksts', held))).toBe('teksts\n');
});

test.each(['14. decembris\n15. decembris', '1986. gada\n1987. gada', '0. a\n1. b\n2. c', '>\n> 5. a\n> 6. b', '- a\n  5. b\n  6. c\n- d'])(
	'numbers typed from elsewhere than 1 are no list: %j',
	(text) => {
		const doc = fromTyped(text);
		expect(JSON.stringify(doc)).not.toContain('orderedList');
		expect(toField(doc)).toEqual({ text, held: '' });
		let number = 0;
		const fromOne = text.replace(/\d+/g, () => String((number += 1)));
		expect(JSON.stringify(fromTyped(fromOne))).toContain('orderedList');
	}
);

test('a list that began elsewhere stays one when it is changed, and what is added beside it is as it was typed', () => {
	const doc = fromMarkdown('Te\n\n5. a\n6. b\n   3. x\n   4. y');
	const { text, held } = toField(doc);
	expect([text, held]).toEqual(['Te\n\n5. a\n6. b\n   3. x\n   4. y', '5. a\n   3. x']);
	const starts = (changed: string) => JSON.stringify(fromTyped(changed, held)).match(/(?<="start":)\d+/g);
	expect(starts(`${text}\n7. c`)).toEqual(['5', '3']);
	expect(starts(text.replace('5. a', '4. jā\n5. a'))).toEqual(['4', '3']);
	expect(starts(text.replace('5. a', '5. ā'))).toEqual(['5', '3']);
	expect(starts(`${text}\n\nTad\n14. decembris\n15. decembris`)).toEqual(['5', '3']);
	expect(starts(`${text}\n\nTad\n1. c\n2. d`)).toEqual(['5', '3']);
});

test('numbers without end do not hold up the others', () => {
	const text = Array.from({ length: 9_000 }, (_, n) => `${n + 2}. a`).join('\n');
	const started = performance.now();
	fromTyped(text);
	expect(performance.now() - started).toBeLessThan(5_000);
});

const kinds = (doc: Doc) => JSON.stringify(doc);
const isMarked = (doc: Doc, type: Mark['type']) => kinds(doc).includes(`{"type":"${type}"`);

/** What may be gone of a text: the signs of what it became. */
function signsOf(doc: Doc): string {
	const found = kinds(doc);
	return [
		isMarked(doc, 'bold') || isMarked(doc, 'italic') ? '*' : '',
		isMarked(doc, 'code') || found.includes('"codeBlock"') || isMarked(doc, 'link') ? '`' : '',
		isMarked(doc, 'link') ? '[]()' : '',
		found.includes('"bulletList"') ? '-•' : '',
		found.includes('"blockquote"') ? '>' : ''
	].join('');
}

test('whatever a person types into an empty field, no sign of it is gone but those of marks, lists and quotations', () => {
	const typed = fc.array(
		fc.oneof(
			someText,
			fc.constantFrom('\n', '\n\n', '\n- ', '\n> ', '\n>', '\n• ', '\n```\n', '\n1. ', '\n2. ', '\n   ', '{*x*}', '`')
		),
		{ maxLength: 14 }
	);
	fc.assert(
		fc.property(
			typed.map((all) => all.join('')),
			(text) => {
				const doc = fromTyped(text);
				const hrefs = [...kinds(doc).matchAll(/"href":("(?:[^"\\]|\\.)*")/g)].map(([, href]) => String(JSON.parse(href ?? '""')));
				const languages = [...kinds(doc).matchAll(/"language":"([^"]*)"/g)].map(([, language]) => language);
				const said = [toldIn(doc), ...hrefs, ...languages].join('');
				const stood = cleanText(text);
				const gone = signsOf(doc);
				const count = (of: string, sign: string): number => of.split(sign).length - 1;
				for (const sign of new Set(toldIn(normalizeDoc(plainDoc(text))).replace(/\s/g, '')))
					if (!gone.includes(sign))
						expect([sign, count(said, sign)]).toEqual([sign, Math.max(count(said, sign), count(stood, sign))]);
			}
		),
		{ numRuns: 2000 }
	);
}, 60_000);
