/** A block of words in which every character (UTF-16 unit) has a number for life. */
export interface Block {
	id: string;
	text: string;
	fates: number[];
}

export type Stretch = Pick<Block, 'text' | 'fates'>;

/** A text that knows of each of its characters which one it was before it was edited. */
export class EditedText {
	blocks: Block[] = [];
	#characters = 0;
	#ids = 0;

	/** Characters that nobody has written before. */
	fresh(text: string): Stretch {
		return { text, fates: Array.from({ length: text.length }, () => ++this.#characters) };
	}

	freshId(): string {
		return `b${++this.#ids}`;
	}

	push(text: string): void {
		this.blocks.push({ id: this.freshId(), ...this.fresh(text) });
	}

	get size(): number {
		return this.blocks.reduce((sum, { text }) => sum + text.length + 1, 0);
	}

	cut(place: number, start: number, end: number): Stretch {
		const block = this.at(place);
		const taken = { text: block.text.slice(start, end), fates: block.fates.slice(start, end) };
		this.blocks[place] = {
			...block,
			text: block.text.slice(0, start) + block.text.slice(end),
			fates: [...block.fates.slice(0, start), ...block.fates.slice(end)]
		};
		return taken;
	}

	put(place: number, at: number, { text, fates }: Stretch): void {
		const block = this.at(place);
		this.blocks[place] = {
			...block,
			text: block.text.slice(0, at) + text + block.text.slice(at),
			fates: [...block.fates.slice(0, at), ...fates, ...block.fates.slice(at)]
		};
	}

	at(place: number): Block {
		const block = this.blocks[place];
		if (!block) throw new RangeError(`No block ${place}`);
		return block;
	}

	/** The words, one \n behind each block, with the number of each character; a line end has none. */
	flat(): Stretch & { blocks: { id: string; start: number; end: number }[] } {
		let text = '';
		const fates: number[] = [];
		const blocks = this.blocks.map((block) => {
			const start = text.length;
			text += `${block.text}\n`;
			for (const fate of block.fates) fates.push(fate);
			fates.push(0);
			return { id: block.id, start, end: text.length - 1 };
		});
		return { text, fates, blocks };
	}
}
