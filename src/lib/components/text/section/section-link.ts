import { isLinkable } from '#lib/model/documents/href.ts';
import { Link } from '../editor/link-mark.ts';

const ours = /^swing:(?:person|city|practice|file)\/[\w-]{1,64}$/;

/** Whether a link of a plan may lead there: outside, or to somebody or something of ours. */
export function leadsSomewhere(href: string): boolean {
	return ours.test(href) || isLinkable(href);
}

/** A link of a plan; what leads to something of ours is no address that a browser opens. */
export const SectionLink = Link.extend({
	parseHTML() {
		return [
			{
				tag: 'a[href]',
				getAttrs: (element) => (leadsSomewhere(element.getAttribute('href') ?? '') ? null : false)
			},
			{
				priority: 60,
				tag: '[data-mention]',
				getAttrs: (element) => {
					const href = element.getAttribute('data-mention') ?? '';
					return ours.test(href) ? { href } : false;
				}
			}
		];
	},
	renderHTML({ HTMLAttributes }) {
		const href = String(HTMLAttributes.href);
		if (ours.test(href)) return ['span', { 'data-mention': href }, 0];
		return ['a', { href, rel: 'noopener noreferrer nofollow' }, 0];
	}
});
