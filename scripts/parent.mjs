const every = 500;

/** A server whose npm was killed would keep its port and its database: it ends as if it had been asked to. */
export function stopWithNpm() {
	if (!process.env.npm_lifecycle_event) return;
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		process.kill(process.pid, 'SIGTERM');
	}, every);
	watch.unref();
}
