import { describe, expect, it } from 'vitest';
import { reanchor, type Passage, type Placement } from '#lib/model/anchors/reanchor.ts';

function passage(text: string, quote: string): Passage {
	const start = text.indexOf(quote);
	if (start < 0) throw new Error(`"${quote}" is not in the text`);
	return { start, end: start + quote.length };
}

/** The state of a quote after the text was rewritten, and the words at which it stands. */
function placed(old: string, now: string, quote: string): { state: Placement['state']; words?: string } {
	const [placement] = reanchor({ text: old }, { text: now }, [passage(old, quote)]);
	if (!placement) throw new Error('Nothing was placed');
	if (placement.state === 'detached') return { state: 'detached' };
	return { state: placement.state, words: now.slice(placement.start, placement.end) };
}

const first = 'The fortress covers two square kilometres and has eighty buildings.\n';
const second = 'Young firms look for rooms that cost little and may be rebuilt.\n';
const third = 'Every third graduate leaves the city within a year of the last examination.\n';

describe('a passage of a text that is rewritten', () => {
	it('is kept while words come before, behind and between other words', () => {
		expect(placed(first + second, `A new beginning.\n${first}${second}An end.\n`, 'rooms that cost little')).toEqual({
			state: 'kept',
			words: 'rooms that cost little'
		});
	});

	it('never grows at its edges', () => {
		const now = second.replace('rooms that cost little', 'many rooms that cost little money');
		expect(placed(second, now, 'rooms that cost little')).toEqual({ state: 'kept', words: 'rooms that cost little' });
	});

	it('grows with what is written within it', () => {
		const now = second.replace('rooms that cost', 'rooms downtown that cost');
		expect(placed(second, now, 'rooms that cost little')).toEqual({ state: 'changed', words: 'rooms downtown that cost little' });
	});

	it('moves with its paragraph', () => {
		expect(placed(first + second + third, third + first + second, 'leaves the city')).toEqual({
			state: 'moved',
			words: 'leaves the city'
		});
	});

	it('is found in a paragraph that was moved and reworked', () => {
		const now = second.replace('Young firms look for', 'Young companies ask for') + first;
		expect(placed(first + second, now, 'may be rebuilt')).toEqual({ state: 'moved', words: 'may be rebuilt' });
	});

	it('stays where a paragraph is split or joined', () => {
		const split = second.replace(' and may', '.\nThey may');
		expect(placed(second, split, 'rooms that cost little')).toEqual({ state: 'kept', words: 'rooms that cost little' });
		const joined = first.trimEnd() + ' ' + second;
		expect(placed(first + second, joined, 'buildings.\nYoung firms')).toEqual({ state: 'changed', words: 'buildings. Young firms' });
	});

	it('is detached with the words that it stood on', () => {
		expect(placed(first + second + third, first + third, 'rooms that cost little')).toEqual({ state: 'detached' });
		expect(placed(second, second.replace('little', 'a fortune'), 'little')).toEqual({ state: 'detached' });
	});

	it('is not put on the same words elsewhere when its own are deleted', () => {
		const old = `${first}The city pays.\n${second}The city pays.\n${third}`;
		const now = `${first}${second}The city pays.\n${third}`;
		expect(placed(old, now, 'The city pays')).toEqual({ state: 'detached' });
	});

	it('stays on its own of several alike', () => {
		const old = `The city pays.\n${first}The city pays.\n${second}`;
		const [, placement] = reanchor({ text: old }, { text: `Hello.\n${old}` }, [
			passage(old, 'city'),
			{ start: old.lastIndexOf('city'), end: old.lastIndexOf('city') + 4 }
		]);
		expect(placement).toEqual({ state: 'kept', start: old.lastIndexOf('city') + 7, end: old.lastIndexOf('city') + 11 });
	});

	it('stays on a word in which a letter was mended', () => {
		expect(placed('They wait for the anouncement of it.\n', 'They wait for the announcement of it.\n', 'anouncement')).toEqual({
			state: 'changed',
			words: 'announcement'
		});
	});

	it('follows the largest part of what was torn apart', () => {
		const now = `Young firms look for rooms.\n${first}${third}that cost little and may be rebuilt.\n`;
		expect(placed(second + first + third, now, 'rooms that cost little and may be rebuilt')).toEqual({
			state: 'changed',
			words: 'that cost little and may be rebuilt'
		});
	});

	it('keeps narrow spaces, raised dots and abbreviations whole', () => {
		const old = 'Nous sommes «\u202f12\u202f000 habitants\u202f» ici. La col·laboració de l’escola u. c. tiek turpināta.\n';
		const now = `${first}Nous étions «\u202f12\u202f000 habitants\u202f» ici. La col·laboració de l’escola u. c. tiek turpināta tagad.\n`;
		expect(placed(old, now, '«\u202f12\u202f000 habitants\u202f»')).toEqual({
			state: 'kept',
			words: '«\u202f12\u202f000 habitants\u202f»'
		});
		expect(placed(old, now, 'col·laboració')).toEqual({ state: 'kept', words: 'col·laboració' });
		expect(placed(old, now, 'u. c.')).toEqual({ state: 'kept', words: 'u. c.' });
	});

	it('has no place in an empty text, and an empty text has none for it', () => {
		expect(placed(first, '', 'fortress')).toEqual({ state: 'detached' });
		expect(reanchor({ text: '' }, { text: first }, [])).toEqual([]);
	});
});
