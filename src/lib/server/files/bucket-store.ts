import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { S3mini } from 's3mini';
import type { FilesConfig } from '../platform/config.ts';
import { Missing, type FileStore } from './store.ts';

/** Milliseconds in which a bucket has to begin its answer, to what it was given and to all else; then it may talk on. */
const usualPatience = { given: 600_000, asked: 60_000 };

function answering({ given, asked }: typeof usualPatience): typeof fetch {
	return async (input, init = {}) => {
		const late = new AbortController();
		const giveUp = setTimeout(() => late.abort(new Error('The bucket does not answer.')), init.method === 'PUT' ? given : asked);
		return fetch(input, { ...init, signal: late.signal }).finally(() => clearTimeout(giveUp));
	};
}

/** Contents in a bucket that speaks S3. */
export function bucketStore({ url, region, keyId, secret }: NonNullable<FilesConfig['bucket']>, patience = usualPatience): FileStore {
	const bucket = new S3mini({ endpoint: url, region, accessKeyId: keyId, secretAccessKey: secret, fetch: answering(patience) });
	const keyOf = (sha256: string) => `content/${sha256.slice(0, 2)}/${sha256}`;

	return {
		async put(sha256, path) {
			if ((await bucket.objectExists(keyOf(sha256))) === true) return;
			await bucket.putObject(keyOf(sha256), await readFile(path), 'application/octet-stream');
		},
		async read(sha256, span) {
			const key = keyOf(sha256);
			const asked = span ? bucket.getObjectRaw(key, false, span.start, span.end + 1) : bucket.getObjectResponse(key);
			const answer = await asked.catch((cause: { status?: number }) => {
				if (cause.status === 404) return null;
				throw cause;
			});
			if (!answer?.body) throw new Missing(sha256);
			return Readable.fromWeb(answer.body as ReadableStream);
		},
		async drop(sha256) {
			await bucket.deleteObject(keyOf(sha256));
		},
		async *list() {
			let next: string | undefined;
			do {
				const page = await bucket.listObjectsPaged('/', 'content/', 1000, next);
				yield (page?.objects ?? []).flatMap(({ Key, LastModified }) => {
					const sha256 = Key.split('/').at(-1) ?? '';
					return keyOf(sha256) === Key ? [{ sha256, at: LastModified }] : [];
				});
				next = page?.nextContinuationToken;
			} while (next);
		}
	};
}
