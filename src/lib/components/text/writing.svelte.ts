import { tick } from 'svelte';
import { speaking } from '#lib/i18n/speaking.ts';
import { readTyped } from '#lib/model/documents/read-typed.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { isEmpty, markdownLimit } from '#lib/model/documents/limits.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import type EditorComponent from './editor/Editor.svelte';
import { WritingDraft, type Reads } from '#lib/client/writing-draft.ts';

/** What is known of the text that stands in the plain field at the beginning. */
export interface Begun {
	/** Whether it came back from a form that was not taken: no draft comes before it. A text that is given has, if nothing is said. */
	returned?: boolean;
	/** The Markdown of what stands in the field, where mentions are said there by their words alone. */
	meant?: (text: string) => string;
	/** The lines of our own notation in it (see notation.ts). */
	held?: string;
}

/** What is being written in one place: in a plain field at first, in the editor once it has taken over, and in a draft. */
export class Writing {
	/** What stands in the plain field. */
	text = $state('');
	/** How long it is, wherever it stands. */
	length = $state(0);
	/** Whether the editor has taken over from the plain field. */
	rich = $state(false);
	area = $state.raw<HTMLTextAreaElement>();
	/** There once one has begun to write. */
	Editor = $state.raw<typeof EditorComponent>();
	editor = $state.raw<EditorComponent>();
	/** Whether a character is being put together, which must not be broken off. */
	composing = false;
	/** What was pasted into the plain field: it is text, not marks. */
	pasted: string[] = [];
	/** A document that waits for the editor; the plain field shows its words meanwhile. */
	#waiting: Doc | null;
	#meant: (text: string) => string;
	#initial: Doc | string;
	#begunWith: string;
	#begun: Begun;
	#draft: WritingDraft;

	/**
	 * @param initial a document, or Markdown
	 * @param draftKey where the draft is kept, if it is
	 */
	constructor(initial: Doc | string, begun: Begun = {}, draftKey: () => string | undefined) {
		this.#initial = initial;
		this.#begun = begun;
		this.#begunWith = wordsOf(initial);
		this.#meant = begun.meant ?? asItStands;
		this.#waiting = typeof initial === 'string' ? null : initial;
		this.text = this.#begunWith;
		this.length = this.text.length;
		this.#draft = new WritingDraft({
			key: draftKey,
			standing: () => this.#standing(),
			takeUp: (reads, draft) => this.#takeUp(reads, draft),
			follow: (reads, now, before) => this.#follow(reads, now, before)
		});
	}

	/** Takes up what was written before the script came, or is kept. Returns the way to stop. */
	start(): () => void {
		const untouched = this.text === this.#begunWith;
		const { returned = !this.#waiting && this.#begunWith !== '' } = this.#begun;
		// What was written before the script came is kept like anything else.
		if (!untouched) this.changed(this.text.length);
		void this.#say(this.#waiting);
		// Who came before the script did has the focus already.
		if (this.#waiting || document.activeElement === this.area) void this.begin();
		return this.#draft.start(untouched && !returned);
	}

	/** What was typed before the draft had come goes on where it ends. */
	async #takeUp({ fromDraft, joinDrafts }: Reads, draft: string): Promise<void> {
		let typed: string;
		let whole: string;
		do {
			typed = this.#draft.changes > 0 ? this.#standing() : '';
			whole = typed.trim() === draft.trim() ? draft : await joinDrafts(draft, typed);
		} while (this.#draft.changes > 0 && typed !== this.#standing());
		this.#fill(fromDraft(whole));
		if (typed) this.changed(this.length);
	}

	/** Loads the editor when one begins to write; if it cannot be had, the plain field goes on. */
	async begin(): Promise<void> {
		if (this.Editor || this.text.length > markdownLimit) return;
		const loaded = await speaking(() => import('./editor/Editor.svelte')).catch(() => null);
		if (this.composing) await this.#composed();
		if (loaded) this.Editor = loaded.default;
	}

	/** What the editor begins with. */
	begun = () => {
		const { area, text, pasted } = this;
		const caret = this.#meant(text.slice(0, area?.selectionEnd)).length;
		const content = this.#waiting ?? this.#meant(text);
		return { ...this.#begun, content, caret, focused: document.activeElement === area, pasted };
	};

	takenOver = (): void => {
		// Of a document that was put in, the plain field could keep the words alone, and not that a text was pasted.
		const given = this.pasted[0] || (this.#waiting && this.#waiting !== this.#initial);
		this.rich = true;
		this.#waiting = null;
		if (given) this.changed(this.length);
	};

	/** Something was typed into the plain field. */
	typed(): void {
		this.#waiting = null;
		this.changed(this.text.length);
		void this.begin();
	}

	/** @param filled whether that was no change of the writer's own */
	changed(length: number, filled = false): void {
		this.length = length;
		if (!filled) this.#draft.changed();
	}

	/** Keeps the draft now, if there is anything new in it. */
	save(): void {
		this.#draft.save();
	}

	/** Puts what is written into what a form sends. */
	bring(data: FormData): void {
		const { editor } = this;
		const doc = this.rich && editor ? editor.read() : this.#waiting;
		data.set('text', this.rich && editor ? editor.markdown() : this.#meant(this.text));
		if (doc) data.set('doc', JSON.stringify(doc));
	}

	async document(): Promise<Doc> {
		if (this.rich && this.editor) return this.editor.read();
		return this.#waiting ?? readTyped(this.text, this.#meant, this.#begun.held);
	}

	/** Puts a document in; done when the editor stands there, or cannot be had. */
	async put(doc: Doc): Promise<void> {
		this.#fill(doc);
		this.changed(this.length);
		await this.begin();
		await tick();
	}

	/**
	 * Empties the field at once, and throws the draft away.
	 * @param taken when what was written is in good hands
	 */
	async clear(taken?: Promise<unknown>): Promise<void> {
		this.#fill('');
		this.#draft.callOff();
		const upTo = this.#draft.changes;
		await taken;
		if (this.#draft.changes === upTo && isEmpty(await this.document())) await this.#draft.drop(upTo);
	}

	/** The page is not moved: browsers would put the place in the middle. @param where the caret is, or at the end */
	focus(where: 'there' | 'end'): void {
		if (this.rich) this.editor?.focus(where);
		else this.area?.focus({ preventScroll: true });
	}

	#fill(content: Doc | string): void {
		this.text = wordsOf(content);
		this.length = this.text.length;
		this.#meant = asItStands;
		if (this.rich) this.editor?.set(content);
		else {
			this.#waiting = typeof content === 'string' ? null : content;
			void this.#say(content);
		}
	}

	/** Has the plain field say mentions by their words alone; who writes on there keeps them. */
	async #say(content: Doc | string | null): Promise<void> {
		const said = content && (await import('./said.ts').catch(() => null));
		if (!said) return;
		const { words, meant } = said.saidBy(content);
		this.#meant = meant;
		if (this.text === wordsOf(content)) this.text = words;
		// Browsers put back the words of a page that was left.
		else if (this.text === words && typeof content !== 'string') this.#waiting = content;
	}

	/** Another tab wrote on: its text is taken over unless this one has words of its own, or the very same. */
	#follow({ fromDraft }: Reads, now: string, before: string): boolean {
		const mine = this.#standing();
		if (mine === now) return true;
		const words = (kept: string): string => wordsOf(fromDraft(kept)).trim();
		if (words(mine) !== '' && words(mine) !== words(before)) return false;
		// What is changed stands as it began once the change was sent or thrown away there.
		this.#fill(now === '' && typeof this.#initial !== 'string' ? this.#initial : fromDraft(now));
		return true;
	}

	/** What a draft keeps of what stands here. */
	#standing(): string {
		const doc = this.rich && this.editor ? this.editor.read() : this.#waiting;
		if (!doc) return this.#meant(this.text);
		return isEmpty(doc) ? '' : JSON.stringify(doc);
	}

	#composed(): Promise<void> {
		return new Promise((done) => {
			this.area?.addEventListener('compositionend', () => done(), { once: true });
		});
	}
}

const asItStands = (text: string): string => text;

function wordsOf(content: Doc | string): string {
	return typeof content === 'string' ? content : textOf(content).trimEnd();
}
