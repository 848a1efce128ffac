import type { Inline } from './doc.ts';

/** Neighbours that lead to the same place, or nowhere. */
export interface Stretch {
	href: string | undefined;
	nodes: Inline[];
}

/** Inline content in stretches, however its other marks part it. */
export function stretchesOf(content: readonly Inline[]): Stretch[] {
	return content.reduce<Stretch[]>((all, node) => {
		const href = node.marks?.find((mark) => mark.type === 'link')?.attrs.href;
		const last = all.at(-1);
		if (last && last.href === href) last.nodes.push(node);
		else all.push({ href, nodes: [node] });
		return all;
	}, []);
}

export function stretchWords({ nodes }: Stretch): string {
	return nodes.map((node) => (node.type === 'text' ? node.text : ' ')).join('');
}
