import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { CaretState } from './caret-state.ts';

type Selected = CaretState['selected'];

/** What the writer is asked for above the text: where a link leads, what a footnote says, or what a picture shows. */
export class AskedAbove {
	about = $state<'link' | 'footnote' | 'picture' | null>(null);
	/** Whether the writer asked for it, and goes on there; what the caret comes by is shown only. */
	goes = $state(false);
	/** Where a footnote or a picture stands that the writer asked for. */
	#wanted: number | null = null;

	askFootnote(): void {
		this.about = 'footnote';
		this.goes = true;
	}

	toggleLink(): void {
		this.about = this.about === 'link' ? null : 'link';
	}

	/** Selects a footnote or a picture as one asks for it. */
	select({ state, view }: Editor, pos: number, before: Selected | undefined): void {
		if (before?.pos === pos) this.goes = true;
		else this.#wanted = pos;
		view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, pos)).scrollIntoView());
	}

	/** Follows the caret to another one, or away from it. */
	follow(now: Selected, before: Selected | undefined): void {
		if (now?.id === before?.id || this.about === 'link') return;
		this.about = now?.kind ?? null;
		this.goes = now !== null && this.#wanted === now.pos;
		this.#wanted = null;
	}
}
