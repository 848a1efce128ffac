import type { DeskPart } from '#lib/components/noun.ts';
import MemosPanel from './MemosPanel.svelte';

const deskPart: DeskPart<'memos'> = {
	name: 'memos',
	stands: 'below',
	Panel: MemosPanel,
	sentence: ([latest]) => (latest ? `The latest memo is “${latest.title}”` : null)
};

export default deskPart;
