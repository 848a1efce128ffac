import type { Inline, Text } from './doc.ts';
import { mentionIn } from './mentions.ts';
import { textTokens } from './tokens.ts';

const marksOf = ({ marks }: Inline): string => JSON.stringify(marks ?? []);

/** A mention is one word: half of a name names nobody. */
function isMention({ marks }: Text): boolean {
	return marks?.some((mark) => mark.type === 'link' && mentionIn(mark.attrs.href) !== null) ?? false;
}

/** Inline content in pieces that a merge takes or leaves, each with its marks. */
export function inlineTokens(content: readonly Inline[]): Inline[] {
	return content.flatMap((node): Inline[] =>
		node.type === 'text' && !isMention(node) ? textTokens(node.text).map((text) => ({ ...node, text })) : [node]
	);
}

/** Neighbours with equal marks as one text again. */
export function joinedTokens(tokens: readonly Inline[]): Inline[] {
	return tokens.reduce<Inline[]>((all, node) => {
		const last = all.at(-1);
		if (node.type === 'text' && last?.type === 'text' && marksOf(last) === marksOf(node))
			all[all.length - 1] = { ...last, text: last.text + node.text };
		else all.push(node);
		return all;
	}, []);
}
