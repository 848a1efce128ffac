import { keptFiles } from './kept-files.ts';
import type { Outbox } from './outbox.svelte.ts';

/** How many messages and files of a person this browser has not brought to the server yet. */
export async function countUnsent(personId: string, { waiting }: Pick<Outbox, 'waiting'>): Promise<number> {
	return waiting.filter(({ done }) => done === null).length + (await keptFiles.unsent(personId));
}
