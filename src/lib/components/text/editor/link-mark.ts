import { InputRule, Mark } from '@tiptap/core';
import { addressesIn } from '#lib/model/documents/addresses.ts';
import { isLinkable } from '#lib/model/documents/href.ts';

/** A link that leads only where links may lead; an address followed by a space becomes one. */
export const Link = Mark.create({
	name: 'link',
	priority: 1000,
	inclusive: false,
	keepOnSplit: false,

	addAttributes() {
		return { href: { default: null } };
	},

	parseHTML() {
		return [
			{
				tag: 'a[href]',
				getAttrs: (element) => (isLinkable(element.getAttribute('href') ?? '') ? null : false)
			}
		];
	},

	renderHTML({ HTMLAttributes }) {
		return ['a', { ...HTMLAttributes, rel: 'noopener noreferrer nofollow' }, 0];
	},

	addInputRules() {
		return [
			new InputRule({
				find: /\S{6,} $/u,
				handler: ({ state, range, match }) => {
					const [found] = addressesIn(match[0]);
					if (!found) return null;
					const from = range.from + found.index;
					const to = from + found.text.length;
					if (state.doc.rangeHasMark(from, to, this.type)) return null;
					state.tr.addMark(from, to, this.type.create({ href: found.href }));
				}
			})
		];
	}
});
