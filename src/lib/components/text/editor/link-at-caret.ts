import type { Editor } from '@tiptap/core';

/** The link where the caret stands, and what changes it; each change gives the focus back to the text. */
export interface LinkAtCaret {
	/** Where it leads; empty where there is none. */
	held: string;
	leave(this: void): void;
	remove(this: void): void;
	/** What is selected leads there; where nothing is, these words are put in. */
	set(this: void, href: string, words: string): void;
}

export function linkAtCaret(editor: Editor, onclose: () => void): LinkAtCaret {
	const held = String(editor.getAttributes('link').href ?? '');
	/** The command would give the focus back in the next frame: a key pressed meanwhile would be one of the page. */
	function leave(): void {
		editor.view.focus();
		onclose();
	}
	function remove(): void {
		editor.chain().extendMarkRange('link').unsetMark('link').run();
		leave();
	}
	function set(href: string, words: string): void {
		const link = { type: 'link', attrs: { href } };
		if (editor.state.selection.empty && held === '') editor.commands.insertContent({ type: 'text', text: words, marks: [link] });
		else editor.chain().extendMarkRange('link').setMark('link', { href }).run();
		leave();
	}
	return { held, leave, remove, set };
}
