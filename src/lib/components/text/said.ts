import { addressed } from '#lib/model/documents/addressed.ts';
import type { Block, Doc, ListItem } from '#lib/model/documents/doc.ts';
import { mentionIn, type SaidMention } from '#lib/model/documents/mentions.ts';
import { stretchesOf, stretchWords } from '#lib/model/documents/stretches.ts';
import { toldIn } from '#lib/model/documents/told.ts';

/* Fetched only where there is something to say; it takes nothing but what a page of posts has already. */

interface SaidContent {
	/** What the plain field shows: no addresses of ours. */
	words: string;
	/** The Markdown of a text in which these mentions are said by their words alone. */
	meant: (text: string) => string;
}

function mentionsOf(blocks: readonly (Block | ListItem)[]): SaidMention[] {
	return blocks.flatMap((block): SaidMention[] => {
		if (block.type === 'codeBlock') return [];
		if (block.type !== 'paragraph') return mentionsOf(block.content);
		return stretchesOf(block.content ?? []).flatMap((stretch) => {
			const mention = mentionIn(stretch.href ?? '');
			return mention ? [{ ...mention, words: stretchWords(stretch) }] : [];
		});
	});
}

/** What is said by a document, or by a Markdown text. */
export function saidBy(content: Doc | string): SaidContent {
	if (typeof content !== 'string') {
		const mentions = mentionsOf(content.content);
		const blocks = content.content.map((block) => toldIn({ type: 'doc', content: [block] }).trimEnd());
		return { words: blocks.join('\n\n').trimEnd(), meant: (text) => addressed(text, mentions) };
	}
	const mentions: SaidMention[] = [];
	const words = content.replace(/\[(@[^\]\n]+)\]\((swing:[^)\s]+)\)/g, (whole, said: string, href: string) => {
		const mention = mentionIn(href);
		if (mention) mentions.push({ ...mention, words: said });
		return mention ? said : whole;
	});
	return { words, meant: (text) => addressed(text, mentions) };
}
