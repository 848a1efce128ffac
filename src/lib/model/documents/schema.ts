import { z } from 'zod';
import type { Block, Doc, Mark } from './doc.ts';
import { isLinkable } from './href.ts';
import { docLimits, postLimit, textLength } from './limits.ts';
import { normalizeDoc } from './normalize.ts';

/* For the border of the server. Components never import this file: zod stays out of the browser. */

const mark: z.ZodType<Mark> = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('bold') }),
	z.strictObject({ type: z.literal('italic') }),
	z.strictObject({ type: z.literal('code') }),
	z.strictObject({
		type: z.literal('link'),
		attrs: z.strictObject({ href: z.string().refine(isLinkable, 'href') })
	})
]);

const marks = z
	.array(mark)
	.max(3)
	.refine((all) => new Set(all.map((one) => one.type)).size === all.length, 'marks')
	.refine((all) => all.length === 1 || all.every((one) => one.type !== 'code'), 'marks')
	.optional();

const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks });
const plainText = z.strictObject({ type: z.literal('text'), text: z.string().min(1) });
const hardBreak = z.strictObject({ type: z.literal('hardBreak'), marks });

const block: z.ZodType<Block> = z.lazy(() =>
	z.discriminatedUnion('type', [
		z.strictObject({
			type: z.literal('paragraph'),
			content: z.array(z.discriminatedUnion('type', [text, hardBreak])).optional()
		}),
		z.strictObject({
			type: z.literal('codeBlock'),
			attrs: z.strictObject({ language: z.string().max(200).nullable() }).optional(),
			content: z.array(plainText).optional()
		}),
		z.strictObject({ type: z.literal('blockquote'), content: z.array(block).min(1) }),
		z.strictObject({ type: z.literal('bulletList'), content: z.array(item).min(1) }),
		z.strictObject({
			type: z.literal('orderedList'),
			attrs: z.strictObject({ start: z.int().min(0).max(docLimits.start) }).optional(),
			content: z.array(item).min(1)
		})
	])
);
const item = z.strictObject({ type: z.literal('listItem'), content: z.array(block).min(1) });

const shape: z.ZodType<Doc> = z.strictObject({ type: z.literal('doc'), content: z.array(block).min(1) });

interface Nested {
	content: unknown;
	/** How deep in arrays of nodes, and how many of them were list items or quotations. */
	level: number;
	containers: number;
}

function addressLength(marks: unknown): number {
	if (!Array.isArray(marks)) return 0;
	return marks.slice(0, 4).reduce((sum: number, one: { attrs?: { href?: unknown } } | null) => {
		const href = one?.attrs?.href;
		return sum + (typeof href === 'string' ? href.length : 0);
	}, 0);
}

/** Whether a value is small and flat enough to be looked at: counted without recursion, before anything else. */
function isBounded(value: unknown): boolean {
	const open: Nested[] = [{ content: [value], level: 0, containers: 0 }];
	let nodes = 0;
	let addresses = 0;
	for (let next = open.pop(); next; next = open.pop()) {
		if (!Array.isArray(next.content)) continue;
		nodes += next.content.length;
		if (nodes > docLimits.nodes || next.level > 2 * docLimits.depth + 2) return false;
		for (const node of next.content as unknown[]) {
			if (typeof node !== 'object' || node === null) continue;
			const {
				type,
				content,
				marks: on,
				attrs
			}: { type?: unknown; content?: unknown; marks?: unknown; attrs?: { language?: unknown } | null } = node;
			addresses += addressLength(on) + (typeof attrs?.language === 'string' ? attrs.language.length : 0);
			const containers = next.containers + (type === 'listItem' || type === 'blockquote' ? 1 : 0);
			if (containers > docLimits.depth || addresses > docLimits.allHrefs) return false;
			open.push({ content, level: next.level + 1, containers });
		}
	}
	return true;
}

/** A document that follows the schema, of any length of text. */
export const docSchema: z.ZodType<Doc> = z.unknown().refine(isBounded, { error: 'too_large', abort: true }).pipe(shape);

/** What may be posted: a document in canonical shape that is not too long. It may be empty where files stand beside it. */
export const postSchema: z.ZodType<Doc> = docSchema.transform(normalizeDoc).refine((doc) => textLength(doc) <= postLimit, 'too_long');
