/** Bytes of a process after a full collection: what its objects and buffers take, and what it occupies. */
export interface Weight {
	held: number;
	resident: number;
}

/* Loaded into every measured server before its own code, over a channel that only its parent process has. */
process.on('message', (word) => {
	if (word !== 'weigh') return;
	for (let n = 0; n < 3; n++) gc?.();
	const { heapUsed, external, rss } = process.memoryUsage();
	process.send?.({ held: heapUsed + external, resident: rss } satisfies Weight);
});
process.channel?.unref();
