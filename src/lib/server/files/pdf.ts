import { Worker } from 'node:worker_threads';
import type { Bitmap } from './picture.ts';

const patience = 20_000;
const usualMegabytes = 512;

export interface Pdf {
	pages: number;
	/** Its first page. */
	first: Bitmap;
}

/** Looks into a PDF, apart from everything else; null for one that cannot be read, is locked, or takes too much time or memory. */
export function readPdf(path: string, megabytes = usualMegabytes): Promise<Pdf | null> {
	const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
		workerData: { path, most: megabytes * 2 ** 20 },
		resourceLimits: { maxOldGenerationSizeMb: megabytes },
		env: {},
		stderr: true,
		stdout: true
	});
	return new Promise((resolve) => {
		const end = (answer: Pdf | null) => {
			clearTimeout(timer);
			void worker.terminate();
			resolve(answer);
		};
		const timer = setTimeout(() => end(null), patience);
		worker.once('message', ({ pages, ...first }: Bitmap & { pages: number }) => end({ pages, first }));
		worker.once('error', () => end(null));
		worker.once('exit', () => end(null));
	});
}
