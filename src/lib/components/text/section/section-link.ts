import { isSectionLink, sectionAddressIn } from '#lib/model/documents/section-address.ts';
import { Link } from '../editor/link-mark.ts';

/** A link of a plan; what leads to something of ours is no address that a browser opens. */
export const SectionLink = Link.extend({
	parseHTML() {
		return [
			{
				tag: 'a[href]',
				getAttrs: (element) => (isSectionLink(element.getAttribute('href') ?? '') ? null : false)
			},
			{
				priority: 60,
				tag: '[data-mention]',
				getAttrs: (element) => {
					const href = element.getAttribute('data-mention') ?? '';
					return sectionAddressIn(href) ? { href } : false;
				}
			}
		];
	},
	renderHTML({ HTMLAttributes }) {
		const href = String(HTMLAttributes.href);
		if (sectionAddressIn(href)) return ['span', { 'data-mention': href }, 0];
		return ['a', { href, rel: 'noopener noreferrer nofollow' }, 0];
	}
});
