import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';

/*
 * Behind a mention that was chosen a space is put. Who types one out of habit means that one, and a comma or a full stop
 * stands directly behind the name. Only what is typed next is read so.
 */

/** Whose space it is: one that stood there already parts the name from the words behind. */
type Space = 'put' | 'stood';

/** The one behind which the caret stands. */
type Typing = { at: number; kind: Space } | null;

const space = new PluginKey<Typing>('putSpace');

/** Says of a transaction that the space before its caret follows a mention. */
export function withPutSpace(tr: Transaction, kind: Space): Transaction {
	return tr.setMeta(space, kind);
}

export const PutSpace = Extension.create({
	name: 'putSpace',
	// Asked before the rules of all others.
	priority: 2000,
	addProseMirrorPlugins: () => [
		new Plugin<Typing>({
			key: space,
			state: {
				init: () => null,
				apply(tr, before) {
					const kind = tr.getMeta(space) as Space | 'taken' | undefined;
					if (kind) return kind === 'taken' ? null : { at: tr.selection.from, kind };
					return tr.docChanged || tr.selectionSet ? null : before;
				}
			},
			props: {
				handleTextInput({ state, dispatch }, from, to, text) {
					const now = space.getState(state);
					if (now?.at !== from || to !== from || !/^[ ,.!?;:]$/.test(text)) return false;
					const { tr } = state;
					if (text === ' ') tr.setMeta(space, 'taken');
					else tr.insertText(text, from - 1, now.kind === 'put' ? from : from - 1);
					dispatch(text === ' ' ? tr : tr.setSelection(TextSelection.create(tr.doc, from)));
					return true;
				}
			}
		})
	]
});
