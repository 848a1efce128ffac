/** How long the main thread of a process was held up at a time, in ms of the processor: what others of the machine do is no part. */
export interface Blocked {
	longest: number;
	p99: number;
	/** All of it together. */
	sum: number;
}

/** In ms; what takes less is not told apart. */
const tick = 1;
let watching: NodeJS.Timeout | undefined;
let held: number[] = [];

/* Loaded into every measured server before its own code, beside weighed.ts. */
process.on('message', (word) => {
	if (word === 'watch') {
		held = [];
		let before = process.threadCpuUsage();
		// Between two ticks lies what took longer than a tick, or several short things.
		watching = setInterval(() => {
			const now = process.threadCpuUsage();
			held.push((now.user + now.system - before.user - before.system) / 1000);
			before = now;
		}, tick).unref();
		process.send?.('watching');
	}
	if (word === 'watched') {
		clearInterval(watching);
		const sorted = held.sort((a, b) => a - b);
		const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
		process.send?.({ longest: at(1), p99: at(0.99), sum: sorted.reduce((sum, one) => sum + one, 0) } satisfies Blocked);
	}
});
process.channel?.unref();
