import type { Connection } from '#lib/client/connection.svelte.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';

/** How long a packet about others holds, in case the next one is lost, in milliseconds. */
const holds = 8000;

/** Who else writes in which part of what a page shows, by the key of the part. */
export class WritersAt {
	#at = $state.raw<{ about: string; person: PersonTag }[]>([]);
	#silent: ReturnType<typeof setTimeout> | undefined;

	/** Who writes in this part, other than the reader. */
	in(about: string): PersonTag[] {
		return this.#at.filter((one) => one.about === about).map(({ person }) => person);
	}

	/** Hears of these streams, which somebody else follows. Returns the way to stop. */
	enter(line: Pick<Connection, 'on'>, streams: readonly string[], me: string | undefined): () => void {
		const stop = line.on('writing', ({ stream, at = [] }) => {
			if (!streams.includes(stream)) return;
			clearTimeout(this.#silent);
			this.#at = at.filter(({ person }) => person.id !== me);
			if (at.length > 0) this.#silent = setTimeout(() => (this.#at = []), holds);
		});
		return () => {
			stop();
			clearTimeout(this.#silent);
			this.#at = [];
		};
	}
}
