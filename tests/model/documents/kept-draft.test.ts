import { afterEach, expect, test, vi } from 'vitest';
import type { Doc } from '#lib/model/documents/doc.ts';
import { fromDraft, joinDrafts } from '#lib/model/documents/kept-draft.ts';
import { markdownLimit } from '#lib/model/documents/limits.ts';
import { textMapOf } from '#lib/model/documents/text-map.ts';

const docOf = (...lines: string[]): Doc => ({
	type: 'doc',
	content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});
const kept = (doc: Doc): string => JSON.stringify(doc);
afterEach(() => void vi.doUnmock('#lib/model/documents/markdown.ts'));

test('a draft is the document that was kept, or the text that was typed, also where it only looks like one', () => {
	expect(fromDraft(kept(docOf('Sveiki')))).toEqual(docOf('Sveiki'));
	expect(fromDraft('**Sveiki**')).toBe('**Sveiki**');
	expect(fromDraft('{"type":"doc" is how it begins')).toBe('{"type":"doc" is how it begins');
});

test('where one of two drafts is empty, the other stays letter by letter', async () => {
	for (const only of ['1. decembris\n', kept(docOf('Sveiki'))]) {
		expect(await joinDrafts(only, '')).toBe(only);
		expect(await joinDrafts('', only)).toBe(only);
	}
	expect(await joinDrafts('', '')).toBe('');
});

test('two typed texts become one, with a line between them', async () => {
	expect(await joinDrafts('Begun', 'and gone on')).toBe('Begun\n\nand gone on');
});

test('two documents become one, the first one first', async () => {
	expect(fromDraft(await joinDrafts(kept(docOf('One', 'Two')), kept(docOf('Three'))))).toEqual(docOf('One', 'Two', 'Three'));
});

test('a document and what was typed become one document, in their order, with what the typed text means', async () => {
	const after = fromDraft(await joinDrafts(kept(docOf('Begun')), 'and **gone on**')) as Doc;
	expect(textMapOf(after).text.trimEnd()).toBe('Begun\nand gone on');
	expect(after.content[1]).toMatchObject({ content: [{ text: 'and ' }, { text: 'gone on', marks: [{ type: 'bold' }] }] });
	const before = fromDraft(await joinDrafts('Typed first', kept(docOf('Kept')))) as Doc;
	expect(before).toEqual(docOf('Typed first', 'Kept'));
});

test('what was typed loses no brace when it is joined with a document', async () => {
	const typed = '{*x*} {\\}';
	expect(fromDraft(await joinDrafts(kept(docOf('Begun')), typed))).toEqual(docOf('Begun', typed));
});

test('a text too long to be read as Markdown is joined with a document as it stands', async () => {
	const long = `*${'a'.repeat(markdownLimit)}*`;
	expect(fromDraft(await joinDrafts(kept(docOf('Begun')), long))).toEqual(docOf('Begun', long));
});

test('where there is no line to fetch the reader of Markdown over, what was typed is joined as it stands', async () => {
	vi.resetModules();
	vi.doMock('#lib/model/documents/markdown.ts', () => {
		throw new TypeError('Failed to fetch dynamically imported module');
	});
	const { joinDrafts: joined } = await import('#lib/model/documents/kept-draft.ts');
	expect(fromDraft(await joined(kept(docOf('Begun')), 'and **gone on**'))).toEqual(docOf('Begun', 'and **gone on**'));
});
