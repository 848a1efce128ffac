import Before from './Before.svelte';
import Fold from './Fold.svelte';
import GoOn from './GoOn.svelte';
import WaysThrough from './WaysThrough.svelte';

/** What only a thread has that is more than a page shows. */
export const windowParts = { Before, Fold, GoOn, WaysThrough };
