import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { FilesConfig } from '../platform/config.ts';
import type { Transaction } from '../db/client.ts';
import { forget, incoming } from '../files/incoming.ts';
import { examine, keepFile, tidy, type Examined } from '../files/keep-file.ts';
import { presentFile } from '../files/read.ts';
import { openStore } from '../files/store.ts';
import { fetchDemoSeeds } from './demo-seed.ts';

/** A file that the demo holds, where it lies, or how it is drawn; what a picture shows is said in the language of its place. */
export type DemoFile = { alt?: string } & ({ at: URL } | { name: string; draw: () => Promise<Buffer> });

/** Whose a file is. */
interface Owner {
	ownerId: string;
	networkId: string;
	partnerId: string | null;
	at: Date;
}

/** The files that the nouns show in a demo. They go the way of what people upload. */
export interface DemoFiles {
	/** Keeps a file as somebody's; returns it as it stands beside a post. */
	keep(tx: Transaction, file: DemoFile, owner: Owner): Promise<AttachedFile>;
	/** Takes away what was only needed on the way. */
	close(): Promise<void>;
}

/** Begins to look into the files and to make what pages show of them; it takes longer than all the rest of the demo. */
export function openDemoFiles(config: FilesConfig): DemoFiles {
	const begun = begin(config);
	begun.catch(() => {});

	return {
		async keep(tx, file, { at, ...owner }) {
			const name = nameOf(file);
			const looked = (await begun).get(file);
			if (!looked) throw new Error(`The demo has no ${name}`);
			const { id, size, examined } = await looked;
			const about = { ...owner, id, size, name, seriesId: id, version: 1, createdAt: at };
			return presentFile(await keepFile(tx, await openStore(config), examined, async () => about), file.alt);
		},
		async close() {
			for (const one of await Promise.allSettled((await begun).values())) {
				if (one.status === 'rejected') continue;
				await tidy(one.value.examined);
				await forget(config, one.value.id);
			}
		}
	};
}

async function begin(config: FilesConfig): Promise<Map<DemoFile, ReturnType<typeof lookedInto>>> {
	const all = (await fetchDemoSeeds()).flatMap(({ files }) => files ?? []);
	const begun = new Map(all.map((file) => [file, lookedInto(config, file)]));
	for (const one of begun.values()) one.catch(() => {});
	return begun;
}

function nameOf(file: DemoFile): string {
	return 'at' in file ? basename(fileURLToPath(file.at)) : file.name;
}

async function lookedInto(config: FilesConfig, file: DemoFile): Promise<{ id: string; size: number; examined: Examined }> {
	const id = randomUUID();
	const path = incoming(config, id);
	await mkdir(dirname(path), { recursive: true });
	if ('at' in file) await copyFile(file.at, path);
	else await writeFile(path, await file.draw());
	return { id, size: (await stat(path)).size, examined: await examine(path) };
}
