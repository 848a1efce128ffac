import { InputRule, wrappingInputRule } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { BulletList, OrderedList } from '@tiptap/extension-list';
import { findWrapping } from '@tiptap/pm/transform';

/* Lists and quotations that begin as one types: only with signs that surely mean them (see extensions.ts). */

export const Bullets = BulletList.extend({
	addInputRules() {
		return [wrappingInputRule({ find: /^\s*-\s$/, type: this.type })];
	}
});

export const Numbers = OrderedList.extend({
	addAttributes() {
		const startOf = (element: Element): number => {
			const said = Number.parseInt(element.getAttribute('start') ?? '1', 10);
			return said >= 0 ? said : 1;
		};
		return { start: { default: 1, parseHTML: startOf } };
	},
	addProseMirrorPlugins: () => [],
	addInputRules() {
		const rule = wrappingInputRule({ find: /^1\.\s$/, type: this.type, joinPredicate: () => false });
		return [
			new InputRule({
				find: rule.find,
				// An item of a list begins with words.
				handler: (typed) => (typed.state.selection.$from.node(-1).type.name === 'listItem' ? null : rule.handler(typed))
			})
		];
	}
});

export const Quotation = Blockquote.extend({
	addInputRules() {
		return [
			new InputRule({
				find: /^\s*>\s([^\s\d]\S*)$/,
				// A word that stood there already was meant as it is, unless it was put together there.
				handler: ({ state: { tr }, range: { from, to }, match: [, word = ''] }) => {
					const typed = tr.doc.content.size - this.editor.state.doc.content.size;
					if (typed > 0 && typed !== word.length) return null;
					const start = to - word.length;
					const around = tr.doc.resolve(start).blockRange();
					const wrapping = around && findWrapping(around, this.type);
					if (!wrapping) return null;
					tr.wrap(around, wrapping).delete(tr.mapping.map(from), tr.mapping.map(start));
				}
			})
		];
	}
});
