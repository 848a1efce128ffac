import { Uploads } from '#lib/client/uploads.svelte.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { refusedWords } from './refused-words.ts';
import { sizeIn } from './size.ts';

/** One file on its way to where it is wanted; another one that is sent takes its place. */
export class OneUpload {
	#uploads: Uploads;

	/**
	 * @param place where it is kept until it is there, `<personId>:<place>`
	 * @param came told of the file once it is there, after which nothing of it is kept here
	 */
	constructor(place: string, network: string, came: (file: AttachedFile) => void) {
		this.#uploads = new Uploads(place, network, ({ key, file }) => {
			this.#uploads.taken(key);
			if (file) came(file);
		});
	}

	/** Name of what is on its way. */
	get coming(): string | undefined {
		return this.#uploads.all.find(({ state }) => state !== 'refused')?.name;
	}

	/** Why it was not taken, in words. */
	refusal(format: Parameters<typeof sizeIn>[0]): string | undefined {
		const untaken = this.#uploads.all.find(({ refused }) => refused);
		return untaken?.refused ? refusedWords(untaken.refused, { name: untaken.name, size: sizeIn(format, untaken.size) }) : undefined;
	}

	/** Goes on with what an earlier page left; returns what ends the work. */
	start(): () => void {
		const started = this.#uploads.start();
		return () => void started.then((stop) => stop());
	}

	send(file: File | undefined): void {
		this.drop();
		if (file) void this.#uploads.add(file);
	}

	/** What is not there yet does not come. */
	drop(): void {
		for (const one of this.#uploads.all) void this.#uploads.remove(one);
	}
}
