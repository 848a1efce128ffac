import type { Node, Schema } from '@tiptap/pm/model';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { mintBlockId } from '#lib/model/documents/section-ids.ts';

/** A document that this editor does not know all of: opened, it would lose what is unknown. */
export class UnknownPart extends Error {
	/** Name of the node or mark, or what is wrong with the nodes that are known. */
	readonly part: string;
	constructor(part: string) {
		super(`Not known in the text of a plan: ${part}`);
		this.part = part;
	}
}

interface Said {
	type?: unknown;
	content?: unknown;
	marks?: unknown;
}

/** The first name that the schema does not have. */
function unknownIn(schema: Schema, { type, content, marks }: Said): string | null {
	if (typeof type !== 'string' || !Object.hasOwn(schema.nodes, type)) return String(type);
	if (Array.isArray(marks))
		for (const { type: mark } of marks as Said[])
			if (typeof mark !== 'string' || !Object.hasOwn(schema.marks, mark)) return String(mark);
	if (Array.isArray(content))
		for (const child of content as Said[]) {
			const unknown = unknownIn(schema, child);
			if (unknown !== null) return unknown;
		}
	return null;
}

/**
 * The document as the editor holds it, whole.
 * @throws {UnknownPart} where it has a node, a mark or an order of nodes that the schema does not know
 */
export function documentNode(schema: Schema, doc: SectionDoc): Node {
	const unknown = unknownIn(schema, doc);
	if (unknown !== null) throw new UnknownPart(unknown);
	const node = schema.nodeFromJSON(doc);
	try {
		node.check();
	} catch (error) {
		throw new UnknownPart(error instanceof Error ? error.message : String(error));
	}
	return node;
}

/**
 * What the editor holds as a document, with an id for every block.
 * @param mint a new id for one that has none
 */
export function sectionJson(node: Node, mint: () => string = mintBlockId): SectionDoc {
	const visit = (one: Node): unknown => {
		const { content, attrs, ...said } = one.toJSON() as { content?: unknown; attrs?: { id?: string | null } };
		const named = attrs && 'id' in attrs ? { ...attrs, id: attrs.id ?? mint() } : attrs;
		// A row that cells from above cover has no cells, and says so.
		const within = content !== undefined || one.type.name === 'tableRow' ? { content: one.children.map(visit) } : {};
		return { ...said, ...(named && { attrs: named }), ...within };
	};
	return visit(node) as SectionDoc;
}
