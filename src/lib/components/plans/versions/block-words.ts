import { m } from '#lib/i18n/m';
import type { BlockShape, ComparedBlock } from '#lib/model/plans/versions/compared.ts';
import { becameWords } from './became.ts';

/** What a block is, in words: a heading, an item of a list, a cell. */
export function shapeWords({ kind, level, isQuoted, list, cell }: BlockShape): string {
	const own =
		kind === 'picture'
			? m.plans_block_picture()
			: kind === 'heading'
				? m.plans_block_heading({ level: level ?? 1 })
				: list === 'bullet'
					? m.plans_block_item()
					: list === 'number'
						? m.plans_block_numbered()
						: isQuoted
							? m.plans_block_quoted()
							: m.plans_block_paragraph();
	return cell ? `${own}, ${m.plans_block_cell(cell)}` : own;
}

/** What became of a block, each word with its sign; nothing of one that was kept. */
export function blockWords({ kind, isMoved }: Pick<ComparedBlock, 'kind' | 'isMoved'>): { words: string; kind: string }[] {
	if (kind === 'kept') return [];
	return becameWords({ became: kind === 'moved' ? 'same' : kind, moved: isMoved });
}
