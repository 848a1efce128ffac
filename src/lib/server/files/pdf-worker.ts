import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Pixels of the picture of a page along its longer side. */
const longest = 1600;

/** Runs by itself, with its memory and time bounded by who started it: how many pages there are, and how the first looks. */
const { path, most } = workerData as { path: string; most: number };
// The limits of a worker do not hold for what a WebAssembly asks for.
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
	if (this.buffer.byteLength + pages * 65_536 > most) throw new RangeError('This takes too much memory.');
	return grow.call(this, pages);
};
const library = await PDFiumLibrary.init();
const document = await library.loadDocument(await readFile(path));
const pages = document.getPageCount();
const page = document.getPage(0);
const { originalWidth, originalHeight } = page.getOriginalSize();
const scale = longest / Math.max(originalWidth, originalHeight, 1);
const { data, width, height } = await page.render({ scale: Math.min(scale, 4), render: 'bitmap' });
parentPort?.postMessage({ pages, data, width, height });
