import { flushSync, mount } from 'svelte';
import { readerKey, type Reader } from '../ui/reader.svelte.ts';
import Palette from './Palette.svelte';

let palette: { open(): void } | undefined;

/** Opens the palette over whatever page it is; made when it is first wanted. */
export function openPalette(reader: Reader): void {
	palette ??= mount(Palette, { target: document.body, context: new Map([[readerKey, reader]]) });
	flushSync();
	palette.open();
}
