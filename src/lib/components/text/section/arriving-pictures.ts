import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { m } from '#lib/i18n/m';

/* Pictures on their way have a place in the text, but are no part of it: nobody else reads half a picture. */

interface Arrival {
	/** Of its upload. */
	key: string;
	name: string;
	pos: number;
}
type Change = { comes: Arrival[] } | { gone: string };

const arriving = new PluginKey<DecorationSet>('arrivingPictures');

function placeholder({ key, name, pos }: Arrival): Decoration {
	return Decoration.widget(
		pos,
		() => {
			const place = document.createElement('p');
			place.className = 'arriving';
			place.textContent = m.section_picture_coming({ name });
			return place;
		},
		{ key, side: -1 }
	);
}

/** Marks places between blocks for pictures. */
export function withArrivals(tr: Transaction, comes: Arrival[]): Transaction {
	return tr.setMeta(arriving, { comes } satisfies Change);
}

/** Where a picture on its way belongs; null where its place was taken away. */
export function arrivalAt(state: EditorState, key: string): number | null {
	const [found] = arriving.getState(state)?.find(undefined, undefined, (spec) => spec.key === key) ?? [];
	return found?.from ?? null;
}

/** Takes the mark of a place away. */
export function withoutArrival(tr: Transaction, key: string): Transaction {
	return tr.setMeta(arriving, { gone: key } satisfies Change);
}

/** The position between blocks behind the one that stands around a position. */
export function behindBlock({ doc }: Pick<EditorState, 'doc'>, pos: number): number {
	const $pos = doc.resolve(pos);
	if ($pos.depth === 0) return pos;
	return $pos.node(1).content.size === 0 ? $pos.before(1) : $pos.after(1);
}

export const ArrivingPictures = Extension.create({
	name: 'arrivingPictures',
	addProseMirrorPlugins: () => [
		new Plugin<DecorationSet>({
			key: arriving,
			state: {
				init: () => DecorationSet.empty,
				apply(tr, before) {
					const places = before.map(tr.mapping, tr.doc);
					const change = tr.getMeta(arriving) as Change | undefined;
					if (!change) return places;
					if ('comes' in change) return places.add(tr.doc, change.comes.map(placeholder));
					return places.remove(places.find(undefined, undefined, (spec) => spec.key === change.gone));
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
