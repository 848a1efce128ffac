import { mount, unmount } from 'svelte';
import SectionKeyList from './SectionKeyList.svelte';

/** Tells the keys of the text of a plan. */
export function openSectionKeys(onclose: () => void): void {
	const list = mount(SectionKeyList, {
		target: document.body,
		props: {
			onclose() {
				void unmount(list);
				onclose();
			}
		}
	});
}
