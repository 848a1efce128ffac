import { Extension, Node } from '@tiptap/core';
import { tableEditing } from '@tiptap/pm/tables';
import type { HeadingLevel } from '#lib/model/documents/section-doc.ts';
import { pictureOf } from '#lib/model/files/attached.ts';

/* The nodes of a plan's section that a post does not have. What they are in HTML is for the clipboard and the open editor only. */

/** What the clipboard says of one of our own headings, whose tag is that of the page. */
function ownLevel(element: Element): HeadingLevel | null {
	const level = Number(element.getAttribute('data-level'));
	return level === 1 || level === 2 || level === 3 ? level : null;
}

/** Headings are made by keys and the toolbar: "# " typed stays as it is. */
export const Heading = Node.create({
	name: 'heading',
	group: 'block',
	content: 'inline*',
	defining: true,
	addAttributes: () => ({ level: { default: 1, rendered: false } }),
	parseHTML: () =>
		[1, 2, 3, 4, 5, 6].map((level) => ({
			tag: `h${level}`,
			getAttrs: (element) => ({ level: ownLevel(element) ?? Math.min(level, 3) })
		})),
	// The section itself has the heading above.
	renderHTML: ({ node, HTMLAttributes }) => [
		`h${Number(node.attrs.level) + 2}`,
		{ ...HTMLAttributes, 'data-level': String(node.attrs.level) },
		0
	]
});

export const Picture = Node.create({
	name: 'picture',
	group: 'block',
	atom: true,
	draggable: true,
	addAttributes: () => ({
		file: { default: '', rendered: false, parseHTML: (element) => element.getAttribute('data-file') ?? '' },
		alt: { default: null, rendered: false, parseHTML: (element) => element.getAttribute('data-alt') },
		caption: { default: '', rendered: false, parseHTML: (element) => element.getAttribute('data-caption') ?? '' }
	}),
	parseHTML: () => [{ tag: 'figure[data-file]' }],
	renderHTML({ node, HTMLAttributes }) {
		const { file, alt, caption } = node.attrs as { file: string; alt: string | null; caption: string };
		const said = { ...HTMLAttributes, 'data-file': file, 'data-caption': caption, ...(alt === null ? {} : { 'data-alt': alt }) };
		const picture = ['img', { src: pictureOf({ id: file }, 'medium'), alt: alt ?? '', loading: 'lazy', draggable: 'false' }] as const;
		return caption ? ['figure', said, picture, ['figcaption', {}, caption]] : ['figure', said, picture];
	}
});

export const FootnoteCall = Node.create({
	name: 'footnote',
	group: 'inline',
	inline: true,
	atom: true,
	addAttributes: () => ({ text: { default: '', rendered: false, parseHTML: (element) => element.getAttribute('data-footnote') ?? '' } }),
	parseHTML: () => [{ tag: 'sup[data-footnote]', priority: 70 }],
	renderHTML: ({ node, HTMLAttributes }) => [
		'sup',
		{ ...HTMLAttributes, 'data-footnote': String(node.attrs.text), title: String(node.attrs.text) }
	],
	renderText: () => ''
});

const span = (name: 'colspan' | 'rowspan') => ({
	default: 1,
	parseHTML: (element: HTMLElement) => Math.max(1, Number(element.getAttribute(name)) || 1),
	renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === 1 ? {} : { [name]: attributes[name] })
});

const cell = (name: 'tableCell' | 'tableHeader', tag: 'td' | 'th') =>
	Node.create({
		name,
		content: 'flow+',
		isolating: true,
		addAttributes: () => ({ colspan: span('colspan'), rowspan: span('rowspan') }),
		parseHTML: () => [{ tag }],
		renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0]
	});

const Table = Node.create({
	name: 'table',
	group: 'block',
	content: 'tableRow+',
	isolating: true,
	parseHTML: () => [{ tag: 'table' }],
	renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
	addProseMirrorPlugins: () => [tableEditing()]
});

const Row = Node.create({
	name: 'tableRow',
	content: '(tableCell | tableHeader)*',
	parseHTML: () => [{ tag: 'tr' }],
	renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0]
});

const roles: Record<string, string> = { table: 'table', tableRow: 'row', tableCell: 'cell', tableHeader: 'header_cell' };

/** What the commands for tables ask of the nodes. */
const TableRoles = Extension.create({
	name: 'tableRoles',
	extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {})
});

export const tableNodes = [Table, Row, cell('tableCell', 'td'), cell('tableHeader', 'th'), TableRoles];
