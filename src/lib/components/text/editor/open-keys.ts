import { mount, unmount } from 'svelte';
import EditorKeys from './EditorKeys.svelte';

/** Tells the keys of the place to write, outside of its form: closing the list must send nothing. */
export function openKeys(onclose: () => void): void {
	const list = mount(EditorKeys, {
		target: document.body,
		props: {
			onclose() {
				void unmount(list);
				onclose();
			}
		}
	});
}
