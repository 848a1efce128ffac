import { tick } from 'svelte';
import { leaveOpen, mayHaveDraft } from '#lib/client/draft-places.ts';
import { onceStirred } from '#lib/client/stirred.ts';
import { speaking } from '#lib/i18n/speaking.ts';
import { asTyped } from '#lib/model/documents/as-typed.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { isEmpty, markdownLimit } from '#lib/model/documents/limits.ts';
import { toText } from '#lib/model/documents/text.ts';
import type EditorComponent from './editor/Editor.svelte';

interface Begun {
	/** Whether that came back from a form that was not taken: no draft comes before it. */
	returned: boolean;
	/** The Markdown of what stands in the plain field, where mentions are said there by their words alone. */
	meant: (text: string) => string;
	/** Where the draft is kept, if it is. */
	draftKey: () => string | undefined;
}

/** Milliseconds after a change until the draft is kept: what leaves a page behind leaves no time to lock it. */
const rest = 0;

/** What keeps drafts: fetched when there is one, or when one may begin. */
const keeping = async () => (await import('#lib/client/drafts.ts')).drafts;
/** What reads them comes with it. */
const fetchReads = () => import('#lib/model/documents/kept-draft.ts');
type Reads = Awaited<ReturnType<typeof fetchReads>>;

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
	/** A document that waits for the editor; the plain field shows its words meanwhile. */
	#waiting: Doc | null;
	#meant: (text: string) => string;
	#initial: Doc | string;
	#begunWith: string;
	#begun: Begun;
	#saving: ReturnType<typeof setTimeout> | undefined;
	/** Whether the writer has changed anything. */
	#touched = false;
	/** Counts what the writer changed. */
	#changes = 0;
	/** How many of the changes are kept. */
	#kept = 0;
	/** Whether there may be a draft that has not come. */
	#awaited = false;
	/** While a draft that was there is on its way: nothing is kept in its place before. */
	#coming: Promise<void> | null = null;
	/** Whether the place to write is gone. */
	#over = false;

	/** @param initial a document, or Markdown */
	constructor(initial: Doc | string, begun: Begun) {
		this.#initial = initial;
		this.#begun = begun;
		this.#begunWith = wordsOf(initial);
		this.#meant = begun.meant;
		this.#waiting = typeof initial === 'string' ? null : initial;
		this.text = this.#begunWith;
		this.length = this.text.length;
	}

	/** Takes up what was written before the script came, or is kept. Returns the way to stop. */
	start(): () => void {
		const { returned, draftKey } = this.#begun;
		const key = draftKey();
		const untouched = this.text === this.#begunWith;
		// What was written before the script came is kept like anything else.
		if (!untouched) this.changed(this.text.length);
		void this.#say(this.#waiting);
		// Who came before the script did has the focus already.
		if (this.#waiting || document.activeElement === this.area) void this.begin();
		if (!key) return () => {};
		let stop: (() => void) | undefined;
		const ended = new AbortController();
		const existed = mayHaveDraft(key);
		// Where none was, what stands there by now is what is being written here.
		const wanted = () => untouched && !returned && !ended.signal.aborted && (existed || !this.#touched);
		const follow = async (): Promise<void> => {
			const [drafts, reads] = await Promise.all([keeping(), fetchReads()]).catch(() => []);
			if (!drafts || !reads || ended.signal.aborted) return;
			stop = drafts.watch(key, (now, before) => this.#follow(reads, now, before));
			const draft = wanted() ? await drafts.read(key) : null;
			this.#awaited = drafts.awaits(key);
			if (draft !== null && wanted()) await this.#takeUp(reads, draft);
		};
		this.#awaited = untouched && !returned && existed;
		addEventListener('pagehide', this.#leave);
		if (existed) this.#coming = follow().finally(() => (this.#coming = null));
		const unstirred = existed ? undefined : onceStirred(() => void follow());
		return () => {
			this.#leave();
			this.save();
			this.#over = true;
			ended.abort();
			unstirred?.();
			stop?.();
			removeEventListener('pagehide', this.#leave);
			removeEventListener('beforeunload', this.#hold);
		};
	}

	/** What was typed before the draft had come goes on where it ends. */
	async #takeUp({ fromDraft, joinDrafts }: Reads, draft: string): Promise<void> {
		let typed: string;
		let whole: string;
		do {
			typed = this.#touched ? this.#draft() : '';
			whole = typed.trim() === draft.trim() ? draft : await joinDrafts(draft, typed);
		} while (this.#touched && typed !== this.#draft());
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
		const { area, text } = this;
		const caret = this.#meant(text.slice(0, area?.selectionEnd)).length;
		return { content: this.#waiting ?? this.#meant(text), caret, focused: document.activeElement === area };
	};

	takenOver = (): void => {
		// Of a document that was put in, the plain field could keep the words alone.
		const given = this.#waiting !== null && this.#waiting !== this.#initial;
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
		if (filled) return;
		this.#touched = true;
		this.#changes += 1;
		if (this.#begun.draftKey()) addEventListener('beforeunload', this.#hold);
		clearTimeout(this.#saving);
		this.#saving = setTimeout(this.save, rest);
	}

	/** Keeps the draft now, if there is anything new in it. */
	save = (): void => {
		clearTimeout(this.#saving);
		const key = this.#begun.draftKey();
		if (this.#saving !== undefined && key) void this.#keep(key, this.#draft());
		this.#saving = undefined;
	};

	async #keep(key: string, text: string): Promise<void> {
		if (this.#coming) {
			await this.#coming;
			return this.#over ? undefined : this.changed(this.length);
		}
		const upTo = this.#changes;
		const kept = await keeping()
			.then((drafts) => drafts.keep(key, text))
			.catch(() => false);
		if (kept) this.#kept = Math.max(this.#kept, upTo);
		if (this.#kept >= this.#changes) removeEventListener('beforeunload', this.#hold);
	}

	/** Asks before the page is left, while something written lives in it alone. */
	#hold = (event: Event): void => event.preventDefault();

	/** What is not locked yet when the page is left stays in this tab as it is. */
	#leave = (): void => {
		const key = this.#begun.draftKey();
		const left = key && this.#kept < this.#changes ? this.#draft() : '';
		if (key && left) leaveOpen(key, left, this.#awaited);
	};

	/** Puts what is written into what a form sends. */
	bring(data: FormData, name: string): void {
		const { editor } = this;
		const doc = this.rich && editor ? editor.read() : this.#waiting;
		data.set(name, this.rich && editor ? editor.markdown() : this.#meant(this.text));
		if (doc) data.set('doc', JSON.stringify(doc));
	}

	async document(): Promise<Doc> {
		const { text } = this;
		if (this.rich && this.editor) return this.editor.read();
		if (this.#waiting) return this.#waiting;
		const reading =
			text.trim() === '' || text.length > markdownLimit ? null : await import('#lib/model/documents/markdown.ts').catch(() => null);
		return reading ? reading.fromMarkdown(this.#meant(text)) : asTyped(text);
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
		clearTimeout(this.#saving);
		this.#saving = undefined;
		const upTo = this.#changes;
		await taken;
		const key = this.#begun.draftKey();
		if (key && this.#changes === upTo && isEmpty(await this.document())) {
			this.#kept = upTo;
			removeEventListener('beforeunload', this.#hold);
			await keeping().then(
				(drafts) => drafts.drop(key),
				() => {}
			);
		}
	}

	/** @param where the caret is, or at the end */
	focus(where: 'there' | 'end'): void {
		if (this.rich) this.editor?.focus(where);
		else this.area?.focus();
	}

	#fill(content: Doc | string): void {
		this.text = wordsOf(content);
		this.length = this.text.length;
		this.#meant = (text) => text;
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
		const mine = this.#draft();
		if (mine === now) return true;
		const words = (kept: string): string => wordsOf(fromDraft(kept)).trim();
		if (words(mine) !== '' && words(mine) !== words(before)) return false;
		// What is changed stands as it began once the change was sent or thrown away there.
		this.#fill(now === '' && typeof this.#initial !== 'string' ? this.#initial : fromDraft(now));
		return true;
	}

	/** What a draft keeps of what stands here. */
	#draft(): string {
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

function wordsOf(content: Doc | string): string {
	return typeof content === 'string' ? content : toText(content).text.trimEnd();
}
