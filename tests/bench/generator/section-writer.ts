import { randomUUID } from 'node:crypto';
import type { SectionBlock, SectionDoc } from '#lib/model/documents/section-doc.ts';
import { personId, planSectionId } from '../seed/names.ts';
import { wordOf } from '../seed/vocabulary.ts';
import type { SocketIoLine } from './socketio.ts';

/** Somebody who writes in a section of a plan and saves it, as a page does that hears nothing of what others save meanwhile. */
export class SectionWriter {
	readonly #line: SocketIoLine;
	readonly #person: number;
	readonly #id: string;
	readonly #every: number;
	readonly #first: number;
	#doc: SectionDoc;
	#base = 1;
	#saves = 0;
	clashes = 0;

	/** @param every one paragraph of so many is changed by a save, the first of them at place `first` */
	constructor(
		line: SocketIoLine,
		{
			person,
			plan,
			place,
			doc,
			every,
			first
		}: { person: number; plan: string; place: number; doc: SectionDoc; every: number; first: number }
	) {
		this.#line = line;
		this.#person = person;
		this.#id = planSectionId(plan, place);
		this.#doc = doc;
		this.#every = every;
		this.#first = first;
	}

	/** The same writer, who begins from what stands now. */
	begin(base: number, doc: SectionDoc): void {
		this.#base = base;
		this.#doc = doc;
	}

	/** Changes some paragraphs and saves; gives the number of the revision. */
	async save(): Promise<number> {
		const content = this.#doc.content.map((block, place) =>
			place % this.#every === this.#first ? this.#changed(block, place) : block
		);
		this.#doc = { ...this.#doc, content };
		this.#saves += 1;
		const input = { commandId: randomUUID(), id: this.#id, base: this.#base, doc: this.#doc };
		const answer = await this.#line.ask('command', { name: 'saveSection', input, by: personId(this.#person) });
		const { ok } = answer as { ok?: { n: number; clashes: boolean } };
		if (!ok) throw new Error(`A save was refused: ${JSON.stringify(answer)}`);
		if (ok.clashes) this.clashes += 1;
		return ok.n;
	}

	#changed(block: SectionBlock, place: number): SectionBlock {
		if (block.type !== 'paragraph') return block;
		const [text] = block.content ?? [];
		if (text?.type !== 'text') return block;
		const at = 1 + ((this.#saves * 7 + this.#first) % 40);
		const words = text.text.split(' ').map((word, n) => (n === at ? wordOf(place + this.#saves + 50 * this.#first) : word));
		return { ...block, content: [{ ...text, text: words.join(' ') }] };
	}
}
