/* What writing in rows takes, in one file to fetch: readers do without. */
export { default as EditCell } from './EditCell.svelte';
export { rowSaving } from './row-saving.ts';
