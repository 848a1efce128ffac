import { InputRule, textblockTypeInputRule, wrappingInputRule, type Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { backtickInputRegex as fence, CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { findWrapping } from '@tiptap/pm/transform';
import { Link } from './link-mark.ts';
import { PutSpace } from './put-space.ts';
import { MarksTakenBack, TypedMarks } from './typed-marks.ts';
import { WholeMentions } from './whole-mentions.ts';

/*
 * Only what the schema of a post knows; pasted HTML keeps nothing else. What is typed becomes a mark where it is surely
 * one (see typed-marks.ts for those within a line): not "24. ", which is a date, nor "> 18", which says how many, nor "+ ",
 * which is a telephone number, nor "* ", which is a footnote. What is pasted as plain text no extension looks at (see pasted.ts).
 */

const Bullets = BulletList.extend({
	addInputRules() {
		return [wrappingInputRule({ find: /^\s*-\s$/, type: this.type })];
	}
});

const Numbers = OrderedList.extend({
	addAttributes() {
		return { start: { default: 1, parseHTML: (element) => Number(element.getAttribute('start') ?? 1) || 1 } };
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

const Quotation = Blockquote.extend({
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

const withoutRules = { addInputRules: () => [] };

export const extensions: Extensions = [
	Document,
	Paragraph,
	Text,
	Quotation,
	Bullets,
	Numbers,
	ListItem,
	ListKeymap,
	CodeBlock.extend({
		addProseMirrorPlugins: () => [],
		addInputRules() {
			return [textblockTypeInputRule({ find: fence, type: this.type, getAttributes: ([, language]) => ({ language }) })];
		}
	}),
	HardBreak,
	Bold.extend(withoutRules),
	Italic.extend(withoutRules),
	Code.extend(withoutRules),
	Link,
	TypedMarks,
	MarksTakenBack,
	WholeMentions,
	PutSpace,
	UndoRedo
];
