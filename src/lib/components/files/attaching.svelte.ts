import { tick } from 'svelte';
import { speaking } from '#lib/i18n/speaking.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type Tray from './Tray.svelte';

/** The way of files into a place to write: what shows and sends them is fetched when one begins to write. */
export class Attaching {
	Tray = $state.raw<typeof Tray>();
	tray = $state<Tray>();

	/** @param place where the draft is kept */
	constructor(place: string) {
		try {
			if (localStorage.getItem(`files:${place}`)) void this.open();
		} catch {
			// On the server, or where the browser keeps nothing.
		}
	}

	open = async (): Promise<Tray | undefined> => {
		this.Tray ??= (await speaking(['files'], () => import('./Tray.svelte')).catch(() => null))?.default;
		await tick();
		return this.tray;
	};
	hold = async (files: AttachedFile[] = []): Promise<void> => {
		if (files.length > 0 || this.tray) (await this.open())?.hold(files);
	};
	settle = async (): Promise<AttachedFile[] | null> => (this.tray ? this.tray.settle() : []);
	clear = (): void => this.tray?.clear();
}
