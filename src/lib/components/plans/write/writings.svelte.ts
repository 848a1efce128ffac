import type WriteSection from './WriteSection.svelte';
import { loadToWrite, sectionsLeftUnsaved, type LoadedToWrite } from './to-write.ts';

type Write = typeof WriteSection;

interface OpenWriting {
	Write: Write;
	standing: LoadedToWrite;
}

/** The sections of a page in which its reader writes; the editor is fetched with the first of them. */
export class Writings {
	#open = $state.raw<Record<string, OpenWriting>>({});

	get ids(): string[] {
		return Object.keys(this.#open);
	}

	at(section: string): OpenWriting | undefined {
		return this.#open[section];
	}

	/** Begins writing in a section. @returns whether that is possible now */
	async open(href: string, { id, shortId }: { id: string; shortId: string }): Promise<boolean> {
		if (this.#open[id]) return true;
		try {
			const [{ default: Write }, standing] = await Promise.all([import('./WriteSection.svelte'), loadToWrite(href, shortId)]);
			this.#open = { ...this.#open, [id]: { Write, standing } };
			return true;
		} catch {
			return false;
		}
	}

	close(section: string): void {
		const { [section]: _, ...others } = this.#open;
		this.#open = others;
	}

	/** Of these sections those in which something waits in this browser that never reached the server. */
	leftUnsaved<Section extends { id: string }>(me: string, sections: readonly Section[]): Section[] {
		return sectionsLeftUnsaved(me, sections);
	}
}
