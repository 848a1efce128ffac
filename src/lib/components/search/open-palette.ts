import { flushSync, mount } from 'svelte';
import Palette from './Palette.svelte';

let palette: { open(): void } | undefined;

/** Opens the palette over whatever page it is; made when it is first wanted. */
export function openPalette(): void {
	palette ??= mount(Palette, { target: document.body });
	flushSync();
	palette.open();
}
