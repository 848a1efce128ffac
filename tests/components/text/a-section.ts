import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { onTestFinished } from 'vitest';
import type { SectionBlock, SectionDoc } from '#lib/model/documents/section-doc.ts';
import { openSection } from '#lib/components/text/section/open-section.ts';

/** The editor of a section on the page for as long as the test runs. */
export function openText(content: SectionBlock[], onwritten: () => void = () => {}): Editor {
	const place = document.createElement('div');
	document.body.append(place);
	const editor = openSection({
		place,
		doc: { type: 'doc', content },
		attributes: () => ({}),
		onchange: (_editor, written) => written && onwritten(),
		onkey: () => false,
		onpaste: () => false
	});
	onTestFinished(() => {
		editor.destroy();
		place.remove();
	});
	return editor;
}

export const p = (id: string, text = ''): SectionBlock => ({
	type: 'paragraph',
	attrs: { id },
	...(text && { content: [{ type: 'text', text }] })
});
export const h = (id: string, level: 1 | 2 | 3, text: string): SectionBlock => ({
	type: 'heading',
	attrs: { id, level },
	content: [{ type: 'text', text }]
});
export const docOf = (content: SectionBlock[]): SectionDoc => ({ type: 'doc', content });

/** Puts the caret into the block of this id. @param offset letters before it; from the end where it is below 0 */
export function caretIn(editor: Editor, id: string, offset: number): void {
	editor.commands.setTextSelection(positionOf(editor, id) + 1 + (offset < 0 ? sizeOf(editor, id) + 1 + offset : offset));
}
export function positionOf(editor: Editor, id: string): number {
	let found = -1;
	editor.state.doc.descendants((node, pos) => {
		if (node.attrs.id === id) found = pos;
	});
	return found;
}
function sizeOf(editor: Editor, id: string): number {
	return editor.state.doc.nodeAt(positionOf(editor, id))?.content.size ?? 0;
}

/** Kind, id and words of each block of words, new ids as "new". */
export function blocksOf(editor: Editor, known: readonly string[]): string[] {
	const said: string[] = [];
	editor.state.doc.descendants((node) => {
		if (node.isTextblock)
			said.push(`${node.type.name} ${known.includes(String(node.attrs.id)) ? node.attrs.id : 'new'} ${node.textContent}`);
	});
	return said;
}

/** All ids of a document. */
export function idsIn(doc: Node): unknown[] {
	const ids: unknown[] = [];
	doc.descendants((node) => {
		if ('id' in node.attrs) ids.push(node.attrs.id);
	});
	return ids;
}

/** Presses a key in the editor; true where it was meant for it. */
export function press(editor: Editor, key: string, held: Partial<KeyboardEventInit> = {}): boolean {
	const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
	return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) ?? false;
}
