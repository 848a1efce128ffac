import { Extension, InputRule } from '@tiptap/core';
import { Mark, type Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { guardedBrace } from '#lib/model/documents/breaker.ts';
import type { Inline } from '#lib/model/documents/doc.ts';
import { toRun } from '#lib/model/documents/inline.ts';
import { mentionIn } from '#lib/model/documents/mentions.ts';
import { goesOnBehindMark, markedIn, type MarkedStretch } from '#lib/model/documents/read-inlines.ts';
import { MarkdownWriter } from '#lib/model/documents/write-markdown.ts';

/*
 * What is typed means here what the same text means in the plain field: its reader says where a mark is. A mark is made
 * with its last sign; when a letter follows at once, as in *a*b, it was none, and the signs come back.
 */

/** A line of text, from position `from` on; one letter is one position. */
interface Line {
	text: string;
	from: number;
	/** What it is typed in: words of a person's own emphasis can hold marks. */
	marks: readonly Mark[];
}

/** Signs that are marked otherwise than what is typed stand within another mark, and mean nothing here; nor do our braces. */
function lineAround($caret: ResolvedPos): Line {
	const marks = $caret.nodeBefore?.marks ?? [];
	let line: Line = { text: '', from: $caret.start(), marks };
	let at = line.from;
	for (const node of $caret.parent.children) {
		if (node.isText) line.text += Mark.sameSet(node.marks, marks) ? node.text : node.text?.replace(/[*`[\]{}]/g, '_');
		else if (at < $caret.pos) line = { text: '', from: at + node.nodeSize, marks };
		else break;
		at += node.nodeSize;
	}
	return { ...line, text: line.text.replace(/\{(?=[*`])/g, guardedBrace) };
}

/** The words between two signs of code, with the signs that had become marks. */
function lettersOf(content: Fragment): string {
	const paragraph = { type: 'paragraph' as const, content: content.toJSON() as Inline[] };
	return new MarkdownWriter(null).blocks([paragraph], () => false);
}

function holdsMention(content: Fragment): boolean {
	return content.content.some((node) => node.marks.some(({ attrs }) => mentionIn(String(attrs.href))));
}

/** Puts the marks in the place of their signs. */
function mark(tr: Transaction, line: Line, all: readonly MarkedStretch[]): void {
	const { doc } = tr;
	const { schema } = doc.type;
	const signs: { from: number; to: number; letters?: Node }[] = [];
	for (const { marks, start, from, to, end } of all) {
		const [first, last] = [line.from + from, line.from + to];
		const { content } = doc.slice(first, last);
		const { code, href } = marks;
		if (code) {
			if (holdsMention(content)) return;
			signs.push({ from: line.from + start, to: line.from + end, letters: schema.text(lettersOf(content), [schema.mark('code')]) });
			continue;
		}
		for (const name of ['bold', 'italic'] as const) if (marks[name]) tr.addMark(first, last, schema.mark(name));
		if (href !== null) tr.addMark(first, last, schema.mark('link', { href }));
		signs.push({ from: line.from + start, to: first }, { from: last, to: line.from + end });
	}
	for (const { from, to, letters } of signs.toSorted((a, b) => b.from - a.from)) tr.replaceWith(from, to, letters ?? []);
	tr.setStoredMarks(line.marks);
}

/** Where the caret stands behind a mark that was just made. */
const fresh = new PluginKey<number | null>('freshMark');

/** Marks come with their last sign. */
export const TypedMarks = Extension.create({
	name: 'typedMarks',
	addInputRules() {
		return [
			new InputRule({
				find: /[*`)]$/,
				handler({ state, range: { to: caret } }) {
					const { tr } = state;
					const line = lineAround(tr.doc.resolve(caret));
					const base = toRun({ type: 'text', text: '', marks: line.marks.map((one) => one.toJSON()) });
					// The text of a plan has no code: its signs stay.
					const all = markedIn(line.text, base).filter(({ marks }) => !marks.code || state.schema.marks.code);
					const closed = all.find(({ end }) => line.from + end === caret);
					if (!closed) return null;
					mark(
						tr,
						line,
						all.filter(({ start, end }) => start >= closed.start && end <= closed.end)
					);
					if (closed.marks.href === base.href) tr.setMeta(fresh, tr.selection.from);
				}
			})
		];
	}
});

/** Asked before the rules of all others. */
export const MarksTakenBack = Extension.create({
	name: 'marksTakenBack',
	priority: 2000,
	addProseMirrorPlugins() {
		const { editor } = this;
		return [
			new Plugin<number | null>({
				key: fresh,
				state: {
					init: () => null,
					apply(tr, before) {
						const made = tr.getMeta(fresh) as number | undefined;
						return made ?? (tr.docChanged || tr.selectionSet ? null : before);
					}
				},
				props: {
					handleTextInput(view, from, to, text) {
						if (fresh.getState(view.state) !== from || to !== from || view.composing || goesOnBehindMark(text)) return false;
						editor.commands.undoInputRule();
						const { from: caret } = view.state.selection;
						const insert = (): Transaction => view.state.tr.insertText(text, caret);
						if (!view.someProp('handleTextInput', (typed) => typed(view, caret, caret, text, insert))) view.dispatch(insert());
						return true;
					}
				}
			})
		];
	}
});
