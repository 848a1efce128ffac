import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type Command } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import { mentionIn } from '#lib/model/documents/mentions.ts';

interface Range {
	from: number;
	to: number;
	href: string;
}

function hrefOf(node: Node): string | null {
	const href: unknown = node.marks.find(({ type }) => type.name === 'link')?.attrs.href;
	return typeof href === 'string' && mentionIn(href) ? href : null;
}

function mentionsOf(doc: Node): Range[] {
	const found: Range[] = [];
	doc.descendants((node, from) => {
		const href = hrefOf(node);
		if (href === null) return;
		const last = found.at(-1);
		if (last?.to === from && last.href === href) last.to = from + node.nodeSize;
		else found.push({ from, to: from + node.nodeSize, href });
	});
	return found;
}

/** A mention whose words were changed is a mention no more: its words stay and are plain. */
export function wholeMentions(): Plugin {
	return new Plugin({
		appendTransaction(transactions, before, after) {
			if (!transactions.some(({ docChanged }) => docChanged)) return null;
			const mapping = new Mapping(transactions.flatMap((one) => one.mapping.maps));
			const words = (doc: Node, from: number, to: number) => doc.textBetween(from, to, '\n', '\n');
			const { tr } = after;
			for (const { from, to, href } of mentionsOf(before.doc)) {
				const [start, end] = [mapping.map(from, 1), mapping.map(to, -1)];
				if (start >= end || words(before.doc, from, to) === words(after.doc, start, end)) continue;
				const link = after.schema.marks.link?.create({ href });
				if (link) tr.removeMark(start, end, link);
			}
			return tr.docChanged ? tr : null;
		}
	});
}

/** Takes away the mention that ends at the caret, or begins there; undone, it alone comes back. */
function takeAway(edge: 'from' | 'to'): Command {
	return ({ doc, selection, tr }, dispatch) => {
		const mention = selection.empty ? mentionsOf(doc).find((one) => one[edge] === selection.from) : undefined;
		if (!mention) return false;
		dispatch?.(closeHistory(tr.delete(mention.from, mention.to)).scrollIntoView());
		return true;
	};
}
export const takeAwayBefore = takeAway('to');
export const takeAwayAfter = takeAway('from');

/** Mentions come and go as a whole. */
export const WholeMentions = Extension.create({
	name: 'wholeMentions',
	addKeyboardShortcuts() {
		const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch);
		return { Backspace: run(takeAwayBefore), Delete: run(takeAwayAfter) };
	},
	addProseMirrorPlugins: () => [wholeMentions()]
});
