import { expect, test } from 'vitest';
import { besideCaret } from '#lib/components/text/editor/beside-caret.ts';

const phone = { left: 0, right: 390, top: 0, bottom: 400 };
const caret = (left: number, top: number) => ({ left, right: left, top, bottom: top + 20 });
const size = { width: 300, height: 180 };

test('a list stands under the caret, or above it where there is more room', () => {
	expect(besideCaret(caret(20, 40), size, phone)).toEqual({ left: 20, top: 66, height: 180 });
	expect(besideCaret(caret(20, 340), size, phone)).toEqual({ left: 20, top: 154, height: 180 });
});

test('it stays within what is seen, beside an edge and above a keyboard', () => {
	expect(besideCaret(caret(380, 40), size, phone).left).toBe(84);
	expect(besideCaret(caret(-50, 40), size, phone).left).toBe(6);
	expect(besideCaret(caret(20, 120), size, { ...phone, bottom: 200 })).toEqual({ left: 20, top: 6, height: 108 });
	expect(besideCaret(caret(20, 10), size, { ...phone, bottom: 25 })).toMatchObject({ height: 0 });
});
