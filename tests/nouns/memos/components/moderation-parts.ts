import type { ModerationParts } from '#lib/components/noun.ts';
import MemoWays from './MemoWays.svelte';

const moderationParts: ModerationParts = {
	memo: { sentence: (_, by) => `${by} took away the day of a memo`, Ways: MemoWays, hidden: null }
};

export default moderationParts;
