import { sectionLimits } from '#lib/model/documents/section-doc.ts';
import { mintBlockId } from '#lib/model/documents/section-ids.ts';
import { outermost } from './pasted-blocks.ts';

/** A picture that came along: the block that waits for its file, and where its bytes are. */
export interface PastedPicture {
	/** Id of its block, whose file is still ''. */
	block: string;
	/** A `data:` address, or a file of the clipboard. */
	source: string | File;
}

const readable = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;
const blocks = 'p, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote';

/** Where Word shows a picture of a text box, whose words it keeps to itself. */
function isOfBox(image: Element): boolean {
	const box = image.closest('span[style*="vglayout"]') ?? image;
	for (let before = box.previousSibling; before && !(before instanceof Element); before = before.previousSibling)
		if (before instanceof Comment && before.data.includes('<v:textbox')) return true;
	return false;
}

/** Dots that tell a sender that something was read, and lines. */
function isSeen(image: Element): boolean {
	return !['width', 'height'].some((side) => image.hasAttribute(side) && Number.parseFloat(image.getAttribute(side) ?? '') <= 2);
}

/** A name of a file describes nothing. */
function altOf(image: Element): string | null {
	const alt = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
	return alt === '' || /\.(?:png|jpe?g|gif|webp|emf|wmf|bmp)$/i.test(alt) || /^https?:/.test(alt)
		? null
		: alt.slice(0, sectionLimits.alt);
}

/**
 * Pictures become blocks of their own behind what they stood in. Which cannot be read is left out.
 * @param files of the clipboard; they are the pictures of the page where there are as many as could not be read
 */
export function withPictures(content: DocumentFragment, files: readonly File[]): { pictures: PastedPicture[]; lost: number } {
	const images = [...content.querySelectorAll('img')].filter((image) => !isOfBox(image) && isSeen(image));
	const unread = images.filter((image) => !readable.test(image.getAttribute('src') ?? ''));
	const given = new Map(files.length === unread.length ? unread.map((image, n) => [image, files[n]]) : []);
	const pictures: PastedPicture[] = [];
	const last = new Map<Element, Element>();
	for (const image of images) {
		const source = given.get(image) ?? (readable.test(image.getAttribute('src') ?? '') ? image.getAttribute('src') : null);
		if (!source) continue;
		const block = mintBlockId();
		const figure = document.createElement('figure');
		figure.setAttribute('data-file', '');
		figure.setAttribute('data-block', block);
		const alt = altOf(image);
		if (alt !== null) figure.setAttribute('data-alt', alt);
		const outer = outermost(image, blocks);
		const before = outer && (last.get(outer) ?? outer);
		if (before) before.after(figure);
		else image.before(figure);
		if (outer) last.set(outer, figure);
		pictures.push({ block, source });
	}
	for (const image of content.querySelectorAll('img')) image.remove();
	return { pictures, lost: unread.length - [...given.values()].filter(Boolean).length };
}
