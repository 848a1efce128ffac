import { InputRule, markInputRule, textblockTypeInputRule, wrappingInputRule, type Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold, starInputRegex as twoStars } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { backtickInputRegex as fence, CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic, starInputRegex as oneStar } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { Link } from './link-mark.ts';
import { WholeMentions } from './whole-mentions.ts';

/*
 * Only what the schema of a post knows; pasted HTML keeps nothing else. What is typed becomes a mark where it is surely
 * one: not "24. ", which is a date, nor "+ ", which is a telephone number, nor _name_, which is a name. What is pasted
 * as plain text no extension looks at (see pasted.ts).
 */

const Bullets = BulletList.extend({
	addInputRules() {
		return [wrappingInputRule({ find: /^\s*[-*]\s$/, type: this.type })];
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

export const extensions: Extensions = [
	Document,
	Paragraph,
	Text,
	Blockquote,
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
	Bold.extend({
		addInputRules() {
			return [markInputRule({ find: twoStars, type: this.type })];
		}
	}),
	Italic.extend({
		addInputRules() {
			return [markInputRule({ find: oneStar, type: this.type })];
		}
	}),
	Code,
	Link,
	WholeMentions,
	UndoRedo
];
