import { stateOf, type HiddenText, type Post } from '../../model/threads/posts.ts';

/** The texts of hidden posts that this reader may see all the same, by the post's id; what is hidden live is fetched. */
export class HiddenTexts {
	texts = $state.raw<ReadonlyMap<string, HiddenText>>(new Map());
	#fetch: (seq: number) => Promise<HiddenText | null>;
	#asked = new Set<string>();

	constructor(loaded: HiddenText[], fetch: (seq: number) => Promise<HiddenText | null>) {
		this.take(loaded);
		this.#fetch = fetch;
	}

	take(loaded: HiddenText[]): void {
		if (loaded.length > 0) this.texts = new Map([...this.texts, ...loaded.map((text) => [text.id, text] as const)]);
	}

	/** Fetches what is missing of these posts, and forgets what is hidden no more. */
	keepUp(posts: Post[], mayRead: (post: Post) => boolean): void {
		for (const post of posts) {
			if (stateOf(post) !== 'hidden') {
				this.#asked.delete(post.id);
				if (this.texts.has(post.id)) this.texts = new Map([...this.texts].filter(([id]) => id !== post.id));
			} else if (mayRead(post) && !this.texts.has(post.id) && !this.#asked.has(post.id)) {
				this.#asked.add(post.id);
				this.#fetch(post.seq).then(
					(text) => text && this.take([text]),
					() => this.#asked.delete(post.id)
				);
			}
		}
	}
}
