import type { Readable } from 'node:stream';
import type { FilesConfig } from '../platform/config.ts';
import { folderStore } from './folder-store.ts';

/** Part of a content, both ends included. */
export interface ByteRange {
	start: number;
	end: number;
}

/** A content that lies in the store. */
export interface Lying {
	sha256: string;
	/** Since when. */
	at: Date;
}

/** Where contents lie, each under its SHA-256 in hex: what is there under a hash is whole and never changes. */
export interface FileStore {
	/** Keeps what a file of this machine holds under its hash; what is there already stays, and so does the file. */
	put(sha256: string, path: string): Promise<void>;
	/** @throws Missing */
	read(sha256: string, span?: ByteRange): Promise<Readable>;
	drop(sha256: string): Promise<void>;
	/** All that lies there, some at a time. */
	list(): AsyncIterable<Lying[]>;
}

/** A content that should be in the store is not. */
export class Missing extends Error {
	override name = 'Missing';
	constructor(sha256: string) {
		super(`The store has no ${sha256}`);
	}
}

/** The store that is configured: a bucket, or a folder. */
export async function openStore({ dir, bucket }: FilesConfig): Promise<FileStore> {
	if (!bucket) return folderStore(dir);
	const { bucketStore } = await import('./bucket-store.ts');
	return bucketStore(bucket);
}
