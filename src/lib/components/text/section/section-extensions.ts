import type { Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { ListItem, ListKeymap } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Gapcursor, UndoRedo } from '@tiptap/extensions';
import { PutSpace } from '../editor/put-space.ts';
import { Bullets, Numbers, Quotation } from '../editor/typed-blocks.ts';
import { MarksTakenBack, TypedMarks } from '../editor/typed-marks.ts';
import { WholeMentions } from '../editor/whole-mentions.ts';
import { ArrivingPictures } from './arriving-pictures.ts';
import { BlockIds } from './block-ids.ts';
import { ClipboardIds } from './clipboard-ids.ts';
import { EnterOverBlocks, SectionKeys } from './section-keys.ts';
import { SectionLink } from './section-link.ts';
import { FootnoteCall, Heading, Picture, tableNodes } from './section-nodes.ts';
import { ShownHints } from './shown-hints.ts';

/*
 * What the text of a plan knows (model/documents/section-doc.ts). Headings, quotations, pictures and tables stand by
 * themselves; in lists, quotations and cells stand paragraphs and lists.
 */

const withoutRules = { addInputRules: () => [] };

export const sectionExtensions: Extensions = [
	Document,
	Paragraph.extend({ group: 'block flow' }),
	Text,
	Heading,
	Quotation.extend({ content: 'flow+' }),
	Bullets.extend({ group: 'block flow list' }),
	Numbers.extend({ group: 'block flow list' }),
	ListItem.extend({ content: 'paragraph flow*' }),
	ListKeymap,
	Picture,
	FootnoteCall,
	...tableNodes,
	HardBreak,
	Bold.extend(withoutRules),
	Italic.extend(withoutRules),
	SectionLink,
	TypedMarks,
	MarksTakenBack,
	WholeMentions,
	PutSpace,
	BlockIds,
	ClipboardIds,
	EnterOverBlocks,
	SectionKeys,
	ShownHints,
	ArrivingPictures,
	Gapcursor,
	UndoRedo
];
