import type { Here } from '../../model/protocol.ts';
import type { PersonTag } from '../../model/people/tags.ts';
import { connection, type Connection } from '../connection.svelte.ts';

/** Between two words of one's own writing; and how long a packet about others holds, in case the next one is lost. */
const [pause, holds] = [3000, 8000];

/** What happens around the thread on this page: who is here, and who is writing. */
export class Around {
	/** Others than the reader who are writing. */
	writing = $state.raw<PersonTag[]>([]);
	#here = $state.raw<Here | null>(null);
	#line: Pick<Connection, 'state' | 'on' | 'say'>;
	#stream = '';
	#silent: ReturnType<typeof setTimeout> | undefined;
	#saidAt = -Infinity;

	constructor(line: Pick<Connection, 'state' | 'on' | 'say'>) {
		this.#line = line;
	}

	/** Who is here, if that is anybody else, and as long as the line says so. */
	get here(): Here | null {
		return this.#line.state === 'live' && this.#here && this.#here.count > 1 ? this.#here : null;
	}

	/** Hears what happens around this stream, which somebody else follows. Returns the way to stop. */
	enter(stream: string, me: string | undefined): () => void {
		this.#stream = stream;
		const stops = [
			this.#line.on('here', (here) => here.stream === stream && (this.#here = here)),
			this.#line.on('writing', (now) => now.stream === stream && this.#hear(now.people.filter(({ id }) => id !== me))),
			this.#line.on('event', (...events) => this.#posted(events.flatMap(({ name, actor }) => (name === 'post.posted' ? actor : []))))
		];
		return () => {
			for (const stop of stops) stop();
			this.#here = null;
			this.#hear([]);
		};
	}

	/** The reader has typed something. */
	typed(): void {
		if (Date.now() - this.#saidAt < pause) return;
		this.#saidAt = Date.now();
		this.#line.say('writing', this.#stream);
	}

	#posted(authors: (string | null)[]): void {
		if (this.writing.some(({ id }) => authors.includes(id))) this.#hear(this.writing.filter(({ id }) => !authors.includes(id)));
	}

	#hear(people: PersonTag[]): void {
		clearTimeout(this.#silent);
		this.writing = people;
		if (people.length > 0) this.#silent = setTimeout(() => (this.writing = []), holds);
	}
}

/** Around the thread that is open in this tab. */
export const around = new Around(connection);
