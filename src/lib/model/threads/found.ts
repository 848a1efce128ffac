import type { FileKind } from '../files/kinds.ts';
import type { PersonTag } from '../people/tags.ts';

/** Where something stands that somebody said, in the reader's language. */
export interface Standing {
	author: PersonTag;
	/** What the subject of the thread is called in short: Exchange meeting 3. */
	where: string;
	/** Code of the city that it belongs to. */
	city: string | null;
	/** ISO. */
	at: string;
}

/** What is told of messages that were found. */
export interface ThreadsFound {
	post: Standing;
}

/** What is told of files that were found. */
export interface FilesFound {
	file: Standing & { file: { name: string; kind: FileKind; size: number } };
}

declare module '../search/results.ts' {
	interface FoundByKind extends ThreadsFound, FilesFound {}
}
