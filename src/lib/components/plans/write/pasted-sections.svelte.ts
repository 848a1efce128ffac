import type { Connection } from '#lib/client/connection.svelte.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';

interface PastedOne {
	title: string;
	doc: SectionDoc;
	/** The same through every retry. */
	addId: string;
	saveId: string;
}

interface Placing {
	plan: string;
	/** The section behind which they come. */
	behind: string;
	me: string;
	line: Pick<Connection, 'command'>;
}

/** Sections that come of one paste, on their way into the plan one behind the other. */
export class PastedSections {
	/** Whether the last attempt found no line, or was refused. */
	failed = $state(false);
	#queue = $state.raw<PastedOne[]>([]);
	#placing: Placing;
	#behind: string;
	#sending = false;

	constructor(placing: Placing) {
		this.#placing = placing;
		this.#behind = placing.behind;
	}

	/** How many are not in the plan yet. */
	get waiting(): number {
		return this.#queue.length;
	}

	async add(sections: readonly { title: string; doc: SectionDoc }[]): Promise<void> {
		const ids = () => ({ addId: crypto.randomUUID(), saveId: crypto.randomUUID() });
		this.#queue = [...this.#queue, ...sections.map(({ title, doc }) => ({ title, doc, ...ids() }))];
		await this.send();
	}

	async send(): Promise<void> {
		if (this.#sending) return;
		this.#sending = true;
		this.failed = false;
		for (let one = this.#queue[0]; one && !this.failed; one = this.#queue[0]) {
			if (await this.#place(one)) this.#queue = this.#queue.slice(1);
			else this.failed = true;
		}
		this.#sending = false;
	}

	async #place({ title, doc, addId, saveId }: PastedOne): Promise<boolean> {
		const { plan, me, line } = this.#placing;
		const added = await line
			.command('addSection', { commandId: addId, plan, after: this.#behind, title, part: null }, me)
			.catch(() => null);
		if (!added || 'refused' in added) return false;
		const { id } = added.ok;
		const saved = await line.command('saveSection', { commandId: saveId, id, base: 1, doc }, me).catch(() => null);
		if (!saved || 'refused' in saved) return false;
		this.#behind = id;
		return true;
	}
}
