import type { Doc } from '#lib/model/documents/doc.ts';
import { mentionIn, mentionsIn, type SaidMention } from '#lib/model/documents/mentions.ts';
import { toldIn } from '#lib/model/documents/told.ts';

/** What the plain field shows of a content, and the mentions whose words stand in it. */
export interface Said {
	words: string;
	mentions: SaidMention[];
}

/** A document or a Markdown text as words without addresses of our own. */
export function saidBy(content: Doc | string): Said {
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

/** A document as a draft keeps it; nothing of one that says nothing is kept. */
export function asDraft(doc: Doc): string {
	return toldIn(doc).trim() === '' ? '' : JSON.stringify(doc);
}

/** What a draft keeps: a document, or what was typed into the plain field. */
export function fromDraft(kept: string): Doc | string {
	try {
		return kept.startsWith('{"type":"doc"') ? (JSON.parse(kept) as Doc) : kept;
	} catch {
		return kept;
	}
}
