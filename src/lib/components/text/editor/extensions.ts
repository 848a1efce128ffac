import { textblockTypeInputRule, type Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { backtickInputRegex as fence, CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { ListItem, ListKeymap } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { Link } from './link-mark.ts';
import { PutSpace } from './put-space.ts';
import { Bullets, Numbers, Quotation } from './typed-blocks.ts';
import { MarksTakenBack, TypedMarks } from './typed-marks.ts';
import { WholeMentions } from './whole-mentions.ts';

/*
 * Only what the schema of a post knows; pasted HTML keeps nothing else. What is typed becomes a mark where it is surely
 * one (see typed-marks.ts for those within a line): not "24. ", which is a date, nor "> 18", which says how many, nor "+ ",
 * which is a telephone number, nor "* ", which is a footnote. What is pasted as plain text no extension looks at (see pasted.ts).
 */

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
