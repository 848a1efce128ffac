import type { Editor } from '@tiptap/core';
import { Uploads, type Attachment } from '#lib/client/uploads.svelte.ts';
import type { SectionBlock } from '#lib/model/documents/section-doc.ts';
import { arrivalAt, behindBlock, withArrivals, withoutArrival } from './arriving-pictures.ts';
import type { PastedPicture } from './paste/pasted-pictures.ts';
import { fillCells } from './fill-cells.ts';
import { putBlocks } from './put-blocks.ts';

/** Decoded here: a page may ask no `data:` address for its bytes. */
function fileOf(source: string | File, n: number): File {
	if (typeof source !== 'string') return source;
	const [, type = 'image/png', base64 = ''] = /^data:([^;,]+);base64,([^]*)$/i.exec(source) ?? [];
	const bytes = Uint8Array.from(atob(base64.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0));
	return new File([bytes], `${n + 1}.${type.split('/')[1] ?? 'png'}`, { type });
}

/** The pictures on their way into a text: they are sent first, and stand in it once they are there. */
export class SectionPictures {
	readonly uploads: Uploads;
	#editor: () => Editor | undefined;
	/** What pasted pictures show, by their upload. */
	#alts = new Map<string, string | null>();
	/** Those that become part of other sections. */
	#elsewhere = new Set<string>();
	#onput: (id: string) => void;

	/** @param onput a picture of this file stands in the text now */
	constructor(place: string, network: string, editor: () => Editor | undefined, onput: (id: string) => void) {
		this.#editor = editor;
		this.#onput = onput;
		this.uploads = new Uploads(place, network, (ready) => this.#arrive(ready));
	}

	/** What has no place in the text, or is refused: the person decides. */
	get waiting(): Attachment[] {
		const editor = this.#editor();
		return this.uploads.all.filter(
			({ key, state }) =>
				!this.#elsewhere.has(key) && (state === 'refused' || (state === 'ready' && editor && arrivalAt(editor.state, key) === null))
		);
	}

	/** Sends a picture. @returns the key of its upload */
	send(source: string | File, alt: string | null = null, elsewhere = false): string {
		void this.uploads.add(fileOf(source, this.uploads.all.length));
		const key = this.uploads.all.at(-1)?.key ?? '';
		this.#alts.set(key, alt);
		if (elsewhere) this.#elsewhere.add(key);
		return key;
	}

	/** Pictures that were chosen, dropped or pasted by themselves, behind the block at a position. */
	add(files: readonly File[], pos?: number): void {
		const editor = this.#editor();
		if (!editor || files.length === 0) return;
		const { state, view } = editor;
		const at = behindBlock(state, pos ?? state.selection.from);
		view.dispatch(
			withArrivals(
				state.tr,
				files.map((file) => ({ key: this.send(file), name: file.name, pos: at }))
			)
		);
	}

	/** Blocks in place of what is selected, with a place for each of their pictures. */
	paste(blocks: readonly SectionBlock[], pictures: readonly PastedPicture[]): void {
		const editor = this.#editor();
		if (!editor) return;
		if (fillCells(editor, blocks)) return editor.view.focus();
		const { state, view } = editor;
		const comes = new Set(pictures.map(({ block }) => block));
		const words = blocks.some(({ attrs: { id } }) => !comes.has(id));
		const tr = words ? putBlocks(state, blocks) : state.tr;
		const places = new Map<string, number>();
		tr.doc.forEach((node, pos) => {
			const id = String(node.attrs.id);
			if (comes.has(id)) places.set(id, pos);
		});
		for (const pos of [...places.values()].toReversed()) tr.delete(pos, pos + 1);
		const gone = [...places.keys()];
		const arrivals = pictures.map(({ block, source }) => {
			const said = blocks.find(({ attrs }) => attrs.id === block);
			const key = this.send(source, said?.type === 'picture' ? said.attrs.alt : null);
			const name = this.uploads.all.find((one) => one.key === key)?.name ?? '';
			const place = places.get(block);
			return { key, name, pos: place === undefined ? behindBlock(tr, tr.selection.from) : place - gone.indexOf(block) };
		});
		view.dispatch(withArrivals(tr, arrivals).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
		view.focus();
	}

	#arrive(ready: Attachment): void {
		const editor = this.#editor();
		if (editor && !this.#elsewhere.has(ready.key)) this.put(ready, arrivalAt(editor.state, ready.key));
	}

	/** Puts a picture that is there into the text. @param pos between blocks; null where its place is gone */
	put({ key, file }: Attachment, pos: number | null): void {
		const editor = this.#editor();
		if (!editor || !file || pos === null) return;
		const { state, view } = editor;
		const picture = state.schema.node('picture', { file: file.id, alt: this.#alts.get(key) ?? null, caption: '' });
		view.dispatch(withoutArrival(state.tr.insert(pos, picture), key).setMeta('arrived', true));
		this.forget(key);
		this.#onput(file.id);
	}

	/** Puts a picture whose place is gone behind the block at the caret. */
	putHere(one: Attachment): void {
		const editor = this.#editor();
		if (editor) this.put(one, behindBlock(editor.state, editor.state.selection.from));
	}

	/** Forgets an upload that stands in a text now. */
	forget(key: string): void {
		this.#elsewhere.delete(key);
		this.uploads.taken(key);
	}

	/** Leaves a picture out. */
	leaveOut(one: Attachment): void {
		const editor = this.#editor();
		if (editor) editor.view.dispatch(withoutArrival(editor.state.tr, one.key));
		void this.uploads.remove(one);
	}
}
