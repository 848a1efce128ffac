import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { m } from '#lib/i18n/m';
import { hintsIn } from './heading-levels.ts';

/** Says beside a heading or a picture what is good to look at. */
export const ShownHints = Extension.create({
	name: 'shownHints',
	addProseMirrorPlugins: () => [
		new Plugin<DecorationSet>({
			state: {
				init: () => DecorationSet.empty,
				apply(tr, before) {
					if (!tr.docChanged) return before;
					const { doc } = tr;
					return DecorationSet.create(
						doc,
						hintsIn(doc).map(({ kind, pos }) =>
							Decoration.node(pos, pos + (doc.nodeAt(pos)?.nodeSize ?? 1), {
								'data-hint': kind === 'picture' ? m.section_hint_picture_here() : m.section_hint_level_here()
							})
						)
					);
				}
			},
			props: {
				decorations(state) {
					return this.getState(state);
				}
			}
		})
	]
});
