import { expect, test } from 'vitest';
import type { Doc } from '#lib/model/documents/doc.ts';
import { fromMarkdown, toField, toMarkdown } from '#lib/model/documents/markdown.ts';
import { plainDoc } from '#lib/model/documents/plain.ts';
import { documentOf, typedPost } from '#lib/server/kit/post-form.ts';

function posted(fields: Record<string, string>) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return typedPost(form);
}

test('braces typed into the empty field of a new message are letters, also once it came back', () => {
	const text = '{*x*} {**y**} {`k`} {\\}';
	const typed = posted({ text });
	expect(documentOf(typed)).toEqual(plainDoc(text));
	expect(documentOf(posted({ text: typed.text, held: typed.held }))).toEqual(plainDoc(text));
});

test('a message that is changed keeps what its field needed to say, also once the form came back', () => {
	const doc = fromMarkdown('bo{**l**}d');
	const { text, held } = toField(doc);
	const typed = posted({ text: `${text}\r\n\r\n{*x*}`, held });
	const changed = { type: 'doc', content: [...doc.content, ...plainDoc('{*x*}').content] };
	expect(documentOf(typed)).toEqual(changed);
	expect(documentOf(posted({ text: typed.text, held: typed.held }))).toEqual(changed);
});

test('the text beside a document is read as it was written when it comes back alone', () => {
	const doc: Doc = fromMarkdown('bo{**l**}d {{\\}*x*}');
	const typed = posted({ text: toMarkdown(doc), doc: JSON.stringify(doc) });
	expect(documentOf({ ...typed, doc: null })).toEqual(doc);
});
