import type { Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { Link } from './link-mark.ts';
import { WholeMentions } from './whole-mentions.ts';

/** Only what the schema of a post knows; pasted HTML keeps nothing else. */
export const extensions: Extensions = [
	Document,
	Paragraph,
	Text,
	Blockquote,
	BulletList,
	OrderedList.extend({
		addAttributes() {
			return { start: { default: 1, parseHTML: (element) => Number(element.getAttribute('start') ?? 1) || 1 } };
		}
	}),
	ListItem,
	ListKeymap,
	CodeBlock,
	HardBreak,
	Bold,
	Italic,
	Code,
	Link,
	WholeMentions,
	UndoRedo
];
