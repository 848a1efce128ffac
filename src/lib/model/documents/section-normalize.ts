import { cleanLine } from './clean.ts';
import { docLimits } from './limits.ts';
import type {
	FlowBlock,
	SectionBlock,
	SectionDoc,
	SectionHeading,
	SectionListItem,
	SectionParagraph,
	SectionTable,
	SectionTableCell
} from './section-doc.ts';
import { derivedId } from './section-ids.ts';
import { normalInline } from './section-inline.ts';
import { gridOf, tableRowsOf, type PlacedCell } from './section-table.ts';

/*
 * The canonical shape: what two people would call the same text is the same document. Words are clean and in NFC, neighbours
 * with equal marks are one text, marks stand in one order; no `content` is empty, a list item begins with a paragraph, and
 * tables are rectangles. Blocks that say nothing stay: somebody is about to write there.
 */

export function emptyParagraph(...from: readonly string[]): SectionParagraph {
	return { type: 'paragraph', attrs: { id: derivedId('paragraph', ...from) } };
}

function normalWords<T extends SectionParagraph | SectionHeading>({ content, ...block }: T): T {
	const words = normalInline(content ?? []);
	return (words.length > 0 ? { ...block, content: words } : block) as T;
}

function normalItem({ type, attrs: { id }, content: blocks }: SectionListItem): SectionListItem {
	const content = blocks.flatMap(normalFlow);
	if (content[0]?.type !== 'paragraph') content.unshift(emptyParagraph(id));
	return { type, attrs: { id }, content };
}

function normalFlow(block: FlowBlock): FlowBlock[] {
	const { id } = block.attrs;
	if (block.type === 'paragraph') return [normalWords({ ...block, attrs: { id } })];
	const content = block.content.map(normalItem);
	if (content.length === 0) return [];
	if (block.type === 'bulletList') return [{ type: block.type, attrs: { id }, content }];
	const start = Math.min(Math.max(0, Math.trunc(block.attrs.start)), docLimits.start);
	return [{ type: block.type, attrs: { id, start }, content }];
}

function normalCell({ type, attrs: { id, colspan, rowspan }, content: blocks }: SectionTableCell): SectionTableCell {
	const content = blocks.flatMap(normalFlow);
	if (content.length === 0) content.push(emptyParagraph(id));
	return { type, attrs: { id, colspan, rowspan }, content };
}

/** An empty cell for a place that nothing covers. */
export function emptyCell(row: string, column: string): SectionTableCell {
	const id = derivedId('cell', row, column);
	return { type: 'tableCell', attrs: { id, colspan: 1, rowspan: 1 }, content: [emptyParagraph(id)] };
}

function normalTable({ type, attrs: { id }, content: rows }: SectionTable): SectionTable[] {
	const grid = gridOf({ content: rows.map((row) => ({ ...row, content: row.content.map(normalCell) })) });
	if (grid.columns === 0) return [];
	const ids = rows.map(({ attrs }) => attrs.id);
	const padding = grid.at.flatMap((line, row) =>
		Array.from({ length: grid.columns }, (_, column) => column)
			.filter((column) => !line[column])
			.map((column): PlacedCell => ({ cell: emptyCell(ids[row] ?? id, String(column)), row, column, height: 1, width: 1 }))
	);
	return [{ type, attrs: { id }, content: tableRowsOf(ids, [...grid.cells, ...padding]) }];
}

function normalBlock(block: SectionBlock): SectionBlock[] {
	const { id } = block.attrs;
	switch (block.type) {
		case 'heading':
			return [normalWords({ ...block, attrs: { id, level: block.attrs.level } })];
		case 'picture': {
			const { file, alt, caption } = block.attrs;
			return [{ type: block.type, attrs: { id, file, alt: alt === null ? null : cleanLine(alt), caption: cleanLine(caption) } }];
		}
		case 'blockquote': {
			const content = block.content.flatMap(normalFlow);
			return content.length > 0 ? [{ type: block.type, attrs: { id }, content }] : [];
		}
		case 'table':
			return normalTable(block);
		default:
			return normalFlow(block);
	}
}

/** A section in which nothing has been written. */
export function emptySection(): SectionDoc {
	return { type: 'doc', content: [emptyParagraph('section')] };
}

/** The canonical shape of a section that follows the schema. Normalizing twice changes nothing more. */
export function normalizeSection(doc: SectionDoc): SectionDoc {
	const content = doc.content.flatMap(normalBlock);
	return content.length > 0 ? { type: 'doc', content } : emptySection();
}
