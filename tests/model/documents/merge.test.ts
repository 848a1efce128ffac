import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts } from '#lib/model/documents/merge.ts';
import { textTokens } from '#lib/model/documents/tokens.ts';

const word = fc.constantFrom('pilsēta', 'la', 'l’eau', 'col·lecció', '12\u202f000', 'ielas', 'di', 'że', 'på', 'à', ',', '.', '–');
const lines = fc.array(
	fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
	{ maxLength: 8 }
);
/** Where, how many tokens go, and how many new words come, on lines of their own or not. */
const edits = fc.array(fc.record({ place: fc.nat(), gone: fc.nat(4), put: fc.nat(3), line: fc.boolean() }), { maxLength: 5 });

/** A text edited by somebody whose new words nobody else writes. */
function edited(
	text: string,
	by: string,
	all: { place: number; gone: number; put: number; line: boolean }[]
): { text: string; words: string[] } {
	const tokens = textTokens(text);
	const words: string[] = [];
	for (const { place, gone, put, line } of all) {
		const fresh = Array.from({ length: put }, (_, n) => `${by}${words.length + n}x`);
		words.push(...fresh);
		const said = line ? ['\n', ...fresh.flatMap((one) => [one, '\n'])] : fresh.flatMap((one) => [' ', one, ' ']);
		tokens.splice(place % (tokens.length + 1), gone, ...(put > 0 ? said : []));
	}
	const result = tokens.join('');
	return { text: result, words: words.filter((one) => result.includes(one)) };
}

const versions = fc.record({ base: lines, my: edits, their: edits }).map(({ base, my, their }) => {
	const from = base.join('\n');
	return { base: from, mine: edited(from, 'mana', my), theirs: edited(from, 'viņu', their) };
});

describe('two versions of a text', () => {
	test('every word that either side added is in the text or in a clash, and a clash says where it stands', () => {
		fc.assert(
			fc.property(versions, ({ base, mine, theirs }) => {
				const { text, clashes } = mergeTexts(base, mine.text, theirs.text);
				for (const one of theirs.words) expect(text).toContain(one);
				const kept = [text, ...clashes.map((clash) => clash.mine)].join('\n');
				for (const one of mine.words) expect(kept).toContain(one);
				for (const clash of clashes) {
					expect(text.slice(clash.at, clash.at + clash.theirs.length)).toBe(clash.theirs);
					expect(clash.mine).not.toBe(clash.theirs);
				}
			}),
			{ numRuns: 1000 }
		);
	});

	test('a side that changed nothing changes nothing, and what both did alike is no clash', () => {
		fc.assert(
			fc.property(versions, ({ base, mine: { text } }) => {
				const alone = { text, clashes: [] };
				expect(mergeTexts(base, text, base)).toEqual(alone);
				expect(mergeTexts(base, base, text)).toEqual(alone);
				expect(mergeTexts(base, text, text)).toEqual(alone);
			}),
			{ numRuns: 300 }
		);
	});

	test('no line that neither touched is lost or doubled', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(2), { maxLength: 12 }), (fates) => {
				const say = (touched: number, by: string) =>
					fates.map((fate, n) => `line ${n}${fate === touched ? ` ${by}` : ''}`).join('\n');
				const merged = mergeTexts(say(9, ''), say(1, 'mine'), say(2, 'theirs'));
				const expected = fates.map((fate, n) => `line ${n}${['', ' mine', ' theirs'][fate] ?? ''}`).join('\n');
				expect(merged).toEqual({ text: expected, clashes: [] });
			})
		);
	});
});

describe('what people do at the same time', () => {
	const clean = (text: string) => ({ text, clashes: [] });

	test('different words of a line both stand', () => {
		expect(mergeTexts('The old bridge is closed.', 'The stone bridge is closed.', 'The old bridge is open.')).toEqual(
			clean('The stone bridge is open.')
		);
	});

	test('a line split by one while another types in it', () => {
		expect(mergeTexts('One sentence. Another here.', 'One sentence.\nAnother here.', 'One sentence. Another one here.')).toEqual(
			clean('One sentence.\nAnother one here.')
		);
	});

	test('lines that both put at the end stand one after the other, the same one once', () => {
		expect(mergeTexts('a', 'a\nmine\nboth', 'a\ntheirs\nboth')).toEqual(clean('a\ntheirs\nboth\nmine'));
	});

	test('the same word changed by both: theirs stands, and both are shown', () => {
		expect(mergeTexts('It costs 12 000 € a year', 'It costs 13 000 € a year', 'It costs 14 000 € a year')).toEqual({
			text: 'It costs 14 000 € a year',
			clashes: [{ base: '12 000', mine: '13 000', theirs: '14 000', at: 9 }]
		});
	});

	test('an empty field filled by both', () => {
		expect(mergeTexts('', 'mine', 'theirs')).toEqual({
			text: 'theirs',
			clashes: [{ base: '', mine: 'mine', theirs: 'theirs', at: 0 }]
		});
	});

	test('a line that one deletes while another changes it is asked about', () => {
		expect(mergeTexts('a\nkeep this\nb', 'a\nb', 'a\nkeep all this\nb').clashes).toEqual([
			{ base: 'keep this', mine: '', theirs: 'keep all this', at: 2 }
		]);
		expect(mergeTexts('a\nkeep this\nb', 'a\nkeep all this\nb', 'a\nb')).toEqual({
			text: 'a\nb',
			clashes: [{ base: 'keep this', mine: 'keep all this', theirs: '', at: 1 }]
		});
	});
});

test('long texts that were written anew are merged in bounded time, with nothing lost', () => {
	const anew = (by: string) =>
		Array.from({ length: 40 }, (_, n) => Array.from({ length: 120 }, (_, k) => `${by}${(n * k) % 91}`).join(' ')).join('\n');
	const since = performance.now();
	const { text, clashes } = mergeTexts(anew('base'), anew('mine'), anew('them'));
	expect(performance.now() - since).toBeLessThan(2000);
	expect(text).toBe(anew('them'));
	expect(clashes.map(({ mine }) => mine).join('\n')).toContain('mine90');
});
