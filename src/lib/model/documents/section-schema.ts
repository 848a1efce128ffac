import { z } from 'zod';
import { docLimits } from './limits.ts';
import { isSectionLink } from './section-address.ts';
import {
	sectionLimits,
	type FlowBlock,
	type SectionDoc,
	type SectionInline,
	type SectionListItem,
	type SectionMark,
	type SectionTable
} from './section-doc.ts';
import { sectionBounds } from './section-bounds.ts';
import { isBlockId } from './section-ids.ts';
import { gridOf } from './section-table.ts';
import { textOf } from './text-map.ts';

/* For the border of the server. Components never import this file: zod stays out of the browser. */

const id = z.string().refine(isBlockId, 'block_id');
const identified = z.strictObject({ id });

const mark: z.ZodType<SectionMark> = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('bold') }),
	z.strictObject({ type: z.literal('italic') }),
	z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: z.string().refine(isSectionLink, 'href') }) })
]);
const marks = z
	.array(mark)
	.max(3)
	.refine((all) => new Set(all.map((one) => one.type)).size === all.length, 'marks')
	.optional();

const inline: z.ZodType<SectionInline> = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks }),
	z.strictObject({ type: z.literal('hardBreak'), marks }),
	// An editor marks a footnote with the words around it; the canonical shape drops that.
	z.strictObject({
		type: z.literal('footnote'),
		attrs: z.strictObject({ id, text: z.string().max(sectionLimits.footnote, 'too_long') }),
		marks
	})
]);

const paragraph = z.strictObject({ type: z.literal('paragraph'), attrs: identified, content: z.array(inline).optional() });

const flow: z.ZodType<FlowBlock> = z.lazy(() => z.discriminatedUnion('type', [paragraph, bulletList, orderedList]));
const item: z.ZodType<SectionListItem> = z.strictObject({
	type: z.literal('listItem'),
	attrs: identified,
	content: z.array(flow).min(1)
});
const bulletList = z.strictObject({ type: z.literal('bulletList'), attrs: identified, content: z.array(item).min(1) });
const orderedList = z.strictObject({
	type: z.literal('orderedList'),
	attrs: z.strictObject({ id, start: z.int().min(0).max(docLimits.start) }),
	content: z.array(item).min(1)
});

const span = (most: number) => z.int().min(1).max(most);
const cell = z.strictObject({
	type: z.enum(['tableCell', 'tableHeader']),
	attrs: z.strictObject({ id, colspan: span(sectionLimits.columns), rowspan: span(sectionLimits.rows) }),
	content: z.array(flow).min(1)
});
const row = z.strictObject({ type: z.literal('tableRow'), attrs: identified, content: z.array(cell).max(sectionLimits.columns) });

function isRectangle(table: SectionTable): boolean {
	const { isWhole, columns } = gridOf(table);
	return isWhole && columns > 0 && columns <= sectionLimits.columns;
}
const table = z
	.strictObject({ type: z.literal('table'), attrs: identified, content: z.array(row).min(1).max(sectionLimits.rows) })
	.refine(isRectangle, 'table');

const block = z.discriminatedUnion('type', [
	paragraph,
	z.strictObject({
		type: z.literal('heading'),
		attrs: z.strictObject({ id, level: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
		content: z.array(inline).optional()
	}),
	bulletList,
	orderedList,
	z.strictObject({ type: z.literal('blockquote'), attrs: identified, content: z.array(flow).min(1) }),
	z.strictObject({
		type: z.literal('picture'),
		attrs: z.strictObject({
			id,
			file: z.uuid(),
			alt: z.string().max(sectionLimits.alt, 'too_long').nullable(),
			caption: z.string().max(sectionLimits.caption, 'too_long')
		})
	}),
	table
]);

const shape: z.ZodType<SectionDoc> = z.strictObject({ type: z.literal('doc'), content: z.array(block).min(1) });

/**
 * A section as it comes in, each block with an id, though two may still share one: `withBlockIds` and `normalizeSection` come
 * next. What it does not know is refused by its name, never left out. Issues are `too_large`, `too_long`, `unknown_node` and
 * `unknown_mark` with a `name`, `misplaced_node` with a `name` for what stands where it must not, and those of the shape.
 */
export const sectionSchema: z.ZodType<SectionDoc> = z
	.unknown()
	.check((context) => {
		const fault = sectionBounds(context.value);
		if (!fault) return;
		const { code, path, ...params } = fault;
		context.issues.push({ code: 'custom', message: code, path, params, input: context.value, continue: false });
	})
	.pipe(shape)
	.refine((doc) => textOf(doc).length - 1 <= sectionLimits.text, 'too_long');
