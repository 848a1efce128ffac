import ElsewhereLines from './ElsewhereLines.svelte';
import Fold from './Fold.svelte';
import GoOn from './GoOn.svelte';
import JumpToDay from './JumpToDay.svelte';

/** What only a thread has that is more than a page shows. */
export const windowParts = { ElsewhereLines, Fold, GoOn, JumpToDay };
