import { tick } from 'svelte';
import type { Doc } from '../../model/documents/doc.ts';
import type { AttachedFile } from '../../model/files/attached.ts';
import type { Subject } from '../../model/threads/subject.ts';
import type { Connection } from '../connection.svelte.ts';
import type { Outbox } from '../outbox.svelte.ts';

/** Says something; done once it is kept, whatever becomes of it then. */
export type Say = (doc: Doc, lang: string, replyTo: number | null, files: AttachedFile[], about?: string) => Promise<void>;

interface Window {
	line: Pick<Connection, 'state'>;
	/** Whether the page shows an older window of the thread. */
	isOlder(): boolean;
	toNewest(): Promise<void>;
}

/**
 * How one says something in a thread. From an older window one is led to the newest once what was said stands there;
 * without a line the way leads nowhere.
 */
export function sayIn(outbox: Pick<Outbox, 'add'>, { stream }: Pick<Subject, 'stream'>, { line, isOlder, toNewest }: Window): Say {
	return async (doc, lang, replyTo, files, about) => {
		const out = await outbox.add(stream, 'postMessage', {
			stream,
			doc,
			lang,
			// What is undefined is not kept, and not sent.
			replyTo: replyTo ?? undefined,
			files: files.length > 0 ? files : undefined,
			about
		});
		if (replyTo === null) void show(out);
	};

	async function show(out: () => Promise<boolean>): Promise<void> {
		await showEnd();
		if (!isOlder() || line.state !== 'live' || !(await out())) return;
		await toNewest();
		await showEnd();
	}
}

async function showEnd(): Promise<void> {
	await tick();
	document.querySelector('[data-end]')?.scrollIntoView({ block: 'nearest' });
}
