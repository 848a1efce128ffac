import { parentPort } from 'node:worker_threads';
import type { Computable, Computed } from './computing.ts';

type Run = (...args: unknown[]) => unknown;

/* A thread of `createComputing`: one computation after the other. */
parentPort?.on('message', ({ id, module, name, args }: Computable) => {
	const answer = (told: Omit<Computed, 'id'>) => parentPort?.postMessage({ id, ...told } satisfies Computed);
	import(`#lib/model/${module}`).then(
		(loaded: Record<string, Run | undefined>) => {
			try {
				const run = loaded[name];
				if (!run) throw new Error(`${module} has no ${name}.`);
				answer({ result: JSON.stringify(run(...(JSON.parse(args) as unknown[]))) });
			} catch (error) {
				answer({ fault: String(error) });
			}
		},
		(error: unknown) => answer({ fault: String(error) })
	);
});
