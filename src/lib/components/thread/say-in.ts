import { tick } from 'svelte';
import { connection } from '#lib/client/connection.svelte.ts';
import type { Outbox } from '#lib/client/outbox.svelte.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { Meeting } from '#lib/model/meetings/meeting.ts';

interface Window {
	/** Whether the page shows an older window of the thread. */
	isOlder(): boolean;
	toNewest(): Promise<void>;
}

/**
 * How one says something in a meeting's thread; done once it is kept, whatever becomes of it then. From an older window
 * one is led to the newest once what was said stands there; without a line the way leads nowhere.
 */
export function sayIn(outbox: Outbox, { stream, slug }: Pick<Meeting, 'stream' | 'slug'>, { isOlder, toNewest }: Window) {
	return async (doc: Doc, lang: string, replyTo: number | null, files: AttachedFile[]): Promise<void> => {
		const out = await outbox.add(stream, 'postMessage', {
			slug,
			doc,
			lang,
			...(replyTo === null ? {} : { replyTo }),
			...(files.length > 0 && { files })
		});
		if (replyTo === null) void show(out);
	};

	async function show(out: () => Promise<boolean>): Promise<void> {
		await showEnd();
		if (!isOlder() || connection.state !== 'live' || !(await out())) return;
		await toNewest();
		await showEnd();
	}
}

async function showEnd(): Promise<void> {
	await tick();
	document.querySelector('[data-end]')?.scrollIntoView({ block: 'nearest' });
}
