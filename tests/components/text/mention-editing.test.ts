import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { extensions } from '#lib/components/text/editor/extensions.ts';
import { typedMention } from '#lib/components/text/editor/typed-mention.ts';
import { takeAwayAfter, takeAwayBefore, wholeMentions } from '#lib/components/text/editor/whole-mentions.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';

const schema = getSchema(extensions);
const ilze = '[@Ilze Ozolkalne](swing:person/0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b)';

/** An editor's state on a Markdown text whose first | is the caret. */
function standing(markdown: string): EditorState {
	const doc = schema.nodeFromJSON(fromMarkdown(markdown));
	let caret = -1;
	doc.descendants((node, position) => {
		const at = node.text?.indexOf('|') ?? -1;
		if (at !== -1 && caret === -1) caret = position + at;
	});
	const state = EditorState.create({ doc, plugins: [wholeMentions()] });
	const without = EditorState.create({ doc: state.apply(state.tr.delete(caret, caret + 1)).doc, plugins: [wholeMentions()] });
	return without.apply(without.tr.setSelection(TextSelection.create(without.doc, caret)));
}

function written({ doc }: EditorState): string {
	return toMarkdown(normalizeDoc(doc.toJSON() as Doc));
}

function done(state: EditorState, command: Command): EditorState | null {
	let after = null;
	command(state, (tr) => (after = state.apply(tr)));
	return after;
}

test.each<[string, string | null]>([
	['@|', ''],
	['@il|', 'il'],
	['Sveika, @Ilze Oz|', 'Ilze Oz'],
	['(@ļ|)', 'ļ'],
	['a @b @c|', 'c'],
	['@il |', null],
	['@a b c d e|', null],
	['ilze@da|', null],
	['https://a.lv/@il|', null],
	['@@il|', null],
	['@i|lze', null],
	['`@il|`', null],
	['```\n@il|\n```', null],
	['[@il](swing:city/da)|', null],
	['il|', null]
])('%j: what is typed behind the @ is %j', (markdown, query) => {
	expect(typedMention(standing(markdown))?.query ?? null).toBe(query);
});

test('a place in a long text is found at once', () => {
	const started = performance.now();
	typedMention(standing(`${'@a b c '.repeat(2_000)}${'@'.repeat(2_000)}${'a'.repeat(2_000)}|`));
	expect(performance.now() - started).toBeLessThan(1_000);
});

test('words typed into a mention make it plain, words beside it do not', () => {
	const type = (markdown: string) => {
		const state = standing(markdown);
		return written(state.apply(state.tr.insertText('x')));
	};
	expect(type(ilze.replace('Ilze', 'Il|ze'))).toBe('@Ilxze Ozolkalne');
	expect(type(`a|${ilze} b`)).toBe(`ax${ilze} b`);
	expect(type(`a ${ilze}| b`)).toBe(`a ${ilze}x b`);
	expect(type(`|b ${ilze}`)).toBe(`xb ${ilze}`);
});

test('half of a mention is none', () => {
	const state = standing(`${ilze}|`);
	expect(written(state.apply(state.tr.delete(6, 16)))).toBe('@Ilze');
	expect(written(state.apply(state.tr.split(6)))).toBe('@Ilze\n\nOzolkalne');
});

test('other links may be changed, and setting a mention bold keeps it', () => {
	const link = standing('[a|b](https://a.lv)');
	expect(written(link.apply(link.tr.insertText('x')))).toBe('[axb](https://a.lv)');
	const state = standing(`${ilze}|`);
	const bold = schema.marks.bold?.create();
	if (bold) expect(written(state.apply(state.tr.addMark(1, 6, bold)))).toBe(ilze.replace('@Ilze', '**@Ilze**'));
});

test('Backspace behind a mention and Delete before it take it away whole', () => {
	const behind = done(standing(`a ${ilze}| b`), takeAwayBefore);
	expect(behind && written(behind)).toBe('a  b');
	const before = done(standing(`a |${ilze} b`), takeAwayAfter);
	expect(before && written(before)).toBe('a  b');
	expect(done(standing(`a ${ilze} |b`), takeAwayBefore)).toBeNull();
	expect(done(standing('a [b](https://a.lv)|'), takeAwayBefore)).toBeNull();
});
