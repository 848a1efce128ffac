import type { Editor } from '@tiptap/core';
import { onTestFinished } from 'vitest';
import { openEditor, readEditor } from '#lib/components/text/editor/open-editor.ts';
import { textMapOf } from '#lib/model/documents/text-map.ts';

/** An editor on the page for as long as the test runs. */
export function open(onlettered?: (lists: number) => void): Editor {
	const place = document.createElement('div');
	document.body.append(place);
	const editor = openEditor({
		place,
		attributes: () => ({}),
		onchange() {},
		onkey: () => false,
		onsubmit() {},
		onrefuse() {},
		...(onlettered && { onlettered })
	});
	onTestFinished(() => editor.destroy());
	return editor;
}

/** As a browser tells of what lies on the clipboard. */
export function paste(into: Editor, data: Record<string, string>): void {
	const clipboardData = new DataTransfer();
	for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
	into.view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

/** Types letter by letter, as keys would. */
export function type(into: Editor, text: string): void {
	for (const letter of text) {
		const { from, to } = into.state.selection;
		const insert = () => into.state.tr.insertText(letter, from, to);
		if (!into.view.someProp('handleTextInput', (handle) => handle(into.view, from, to, letter, insert))) into.view.dispatch(insert());
	}
}

export const plain = (text: string) => ({ 'text/plain': text });
export const html = (text: string) => ({ 'text/html': text, 'text/plain': 'not this' });
export const words = (of: Editor) => textMapOf(readEditor(of)).text.slice(0, -1);
export const lists = (of: Editor) => JSON.stringify(readEditor(of)).match(/(?:ordered|bullet)List/g)?.length ?? 0;
