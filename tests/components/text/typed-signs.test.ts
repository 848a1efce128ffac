import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEditor } from '#lib/components/text/editor/open-editor.ts';
import { fromTyped, toMarkdown } from '#lib/model/documents/markdown.ts';
import { lists, open, paste, plain, type, words } from './an-editor.ts';

test.each([
	['24. decembris', '24. decembris', 0],
	['J. Bērziņš', 'J. Bērziņš', 0],
	['- 1. decembris', '1. decembris', 1],
	['+ 371 654', '+ 371 654', 0],
	['2*3*4 ', '2*3*4', 0],
	['_new_ __init__ x', '_new_ __init__ x', 0],
	['1. ', '', 0],
	['- ', '', 0]
])('%j typed says %j', (typed, said, found) => {
	const into = open();
	type(into, typed);
	expect(words(into)).toBe(said);
	expect(lists(into)).toBe(found);
});

test('1. typed at the start of a line begins a list', () => {
	const into = open();
	type(into, '1. viens');
	into.commands.splitListItem('listItem');
	type(into, 'divi');
	expect(toMarkdown(readEditor(into))).toBe('1. viens\n2. divi');
});

test('> typed before a word begins a quotation, before a number it says more than', () => {
	const into = open();
	type(into, '> 18 gadi, > ne');
	expect(toMarkdown(readEditor(into))).toBe('> 18 gadi, > ne');
	into.commands.splitBlock();
	type(into, '> Citāts, 5');
	expect(toMarkdown(readEditor(into))).toBe('> 18 gadi, > ne\n\n> Citāts, 5');
	into.commands.setContent('');
	paste(into, plain('> te'));
	type(into, 'ikts');
	expect(words(into)).toBe('> teikts');
});

test.each(['5 * 6 * 7', '5 ** 6 ** 7', '2*3*4', '* a *', '**1**', '` a `', '*a*b', '**a**b', '`a`b', '**a*', '{*a*}', '_x_ un __x__'])(
	'%j typed stays letter by letter',
	(text) => {
		const into = open();
		type(into, text);
		expect(into.getText()).toBe(text);
		expect(JSON.stringify(into.getJSON())).not.toContain('"marks"');
	}
);

test.each([
	['*vārds*', '*vārds*'],
	['(**divi vārdi**), te', '(**divi vārdi**), te'],
	['`kods` te', '`kods` te'],
	['**a *b* c** d', '**a *b* c** d'],
	['*a **b** c* d', '*a **b** c* d'],
	['***{***aa***', '***{***aa***'],
	['*{`a*', '*{`a*'],
	['*`a`*', '`a`'],
	['`a *b* c`', '`a *b* c`'],
	['skat. [**te**](https://a.lv/b), un', 'skat. [**te**](https://a.lv/b), un']
])('%j typed is marked', (typed, written) => {
	const into = open();
	type(into, typed);
	expect(toMarkdown(readEditor(into))).toBe(written);
	expect(toMarkdown(fromTyped(typed))).toBe(written);
});

test('what is typed within a line means what it means in the plain field', () => {
	const piece = fc.constantFrom(
		'a',
		'bē',
		'7',
		' ',
		' ',
		'*',
		'*',
		'**',
		'***',
		'`',
		'(',
		')',
		'"',
		'.',
		',',
		'-',
		'_',
		'{',
		'}',
		'[',
		']'
	);
	fc.assert(
		fc.property(fc.array(piece, { minLength: 3, maxLength: 24 }), (pieces) => {
			const text = pieces.join('');
			fc.pre(!/^\s*(?:- |```)/.test(text));
			const into = open();
			type(into, text);
			const typed = readEditor(into);
			into.destroy();
			expect([text, typed]).toEqual([text, fromTyped(text)]);
		}),
		{ numRuns: 600 }
	);
}, 60_000);

test('Backspace gives the signs back, and where a mark ends what is typed is plain', () => {
	const into = open();
	type(into, 'a *b*');
	into.commands.undoInputRule();
	expect(into.getText()).toBe('a *b*');
	type(into, ' *c* d');
	expect(toMarkdown(readEditor(into))).toBe('a {\\}*{\\}b* *c* d');
});

test('a mention in signs of code stays one', () => {
	const into = open();
	into.commands.setContent({ type: 'text', text: '@Ilze', marks: [{ type: 'link', attrs: { href: 'swing:city/da' } }] });
	into.commands.insertContentAt(1, '`');
	into.commands.focus('end');
	type(into, '`');
	expect(JSON.stringify(into.getJSON())).toContain('swing:city/da');
});
