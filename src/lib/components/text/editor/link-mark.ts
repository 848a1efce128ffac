import { InputRule, Mark } from '@tiptap/core';
import { addressesIn } from '#lib/model/documents/addresses.ts';
import { isLinkable } from '#lib/model/documents/href.ts';
import { mentionIn } from '#lib/model/documents/mentions.ts';

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
			},
			{
				// Before the first, which would take a mention of a city for a way to its page.
				priority: 60,
				tag: '[data-mention]',
				getAttrs: (element) => {
					const href = element.getAttribute('data-mention') ?? '';
					return mentionIn(href) ? { href } : false;
				}
			}
		];
	},

	renderHTML({ HTMLAttributes }) {
		const href = String(HTMLAttributes.href);
		if (mentionIn(href)) return ['span', { 'data-mention': href }, 0];
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
