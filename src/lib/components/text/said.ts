import type { Doc } from '#lib/model/documents/doc.ts';
import { mentionIn, mentionsIn, type SaidMention } from '#lib/model/documents/mentions.ts';
import { toldIn } from '#lib/model/documents/told.ts';

export { addressed } from '#lib/model/documents/addressed.ts';

/** What the plain field shows of a document or a Markdown text, without addresses of our own, and whom its words mention. */
export function saidBy(content: Doc | string): { words: string; mentions: SaidMention[] } {
	if (typeof content !== 'string') {
		const blocks = content.content.map((block) => toldIn({ type: 'doc', content: [block] }).trimEnd());
		return { words: blocks.join('\n\n').trimEnd(), mentions: mentionsIn(content) };
	}
	const mentions: SaidMention[] = [];
	const words = content.replace(/\[(@[^\]\n]+)\]\((swing:[^)\s]+)\)/g, (whole, said: string, href: string) => {
		const mention = mentionIn(href);
		if (mention) mentions.push({ ...mention, words: said });
		return mention ? said : whole;
	});
	return { words, mentions };
}
