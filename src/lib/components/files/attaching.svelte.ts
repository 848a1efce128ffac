import { tick } from 'svelte';
import { speaking } from '#lib/i18n/speaking.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type Tray from './Tray.svelte';

/** The way of files into a place to write: what shows and sends them is fetched when one begins to write. */
export class Attaching {
	Tray = $state.raw<typeof Tray>();
	tray = $state<Tray>();
	/** What came before the tray was there. */
	#early: File[] = [];

	/** @param place where the draft is kept */
	constructor(place: string) {
		try {
			if (localStorage.getItem(`files:${place}`)) void this.open();
		} catch {
			// On the server, or where the browser keeps nothing.
		}
	}

	open = async (): Promise<Tray | undefined> => {
		this.Tray ??= (await speaking(() => import('./Tray.svelte')).catch(() => null))?.default;
		await tick();
		const { tray } = this;
		if (tray && this.#early.length > 0) tray.add(this.#early.splice(0));
		return tray;
	};
	/** What is dropped or pasted while the tray is on its way waits for it. */
	early = (event: DragEvent | ClipboardEvent): void => {
		const paste = 'clipboardData' in event;
		const brought = paste ? event.clipboardData : event.dataTransfer;
		if (this.tray || !brought?.types.includes('Files') || (paste && brought.types.includes('text/plain'))) return;
		event.preventDefault();
		this.#early.push(...brought.files);
		void this.open();
	};
	/** Puts files beside those that are there. @returns whether they could be */
	hold = async (files: AttachedFile[] = []): Promise<boolean> => {
		if (files.length === 0) return true;
		const tray = await this.open();
		tray?.hold(files);
		return tray !== undefined;
	};
	/** The files once all are there; null when something is still to be done about one. */
	settle = async (): Promise<AttachedFile[] | null> => {
		if (this.#early.length > 0) await this.open();
		if (this.tray) return this.tray.settle();
		return this.#early.length > 0 ? null : [];
	};
	clear = (): void => this.tray?.clear();
}
