import { Worker } from 'node:worker_threads';

/** Threads at most; one is started when it is first needed. */
const most = 2;
/** Of one computation with what waits before it, in ms. */
const usualPatience = 15_000;
const megabytes = 256;

/** A function of the model that is given and gives what JSON can say: `name` of the file `module` below `src/lib/model`. */
export interface Computation {
	module: string;
	name: string;
}

/** What a thread is asked: its arguments as JSON, which is quicker to hand over than objects. */
export interface Computable extends Computation {
	id: number;
	args: string;
}

/** What it answers: the result as JSON, or what went wrong. */
export interface Computed {
	id: number;
	result?: string;
	fault?: string;
}

/** A thread ended, took too long, or the function threw. */
export class ComputingFailed extends Error {}

/** What would hold up everybody in the main thread is computed in another. */
export interface Computing {
	/**
	 * @typeParam Run the function that `what` names
	 * @throws ComputingFailed
	 */
	run<Run extends (...args: never[]) => unknown>(what: Computation, ...args: Parameters<Run>): Promise<ReturnType<Run>>;
	stop(): Promise<void>;
}

interface Thread {
	worker: Worker;
	waiting: Map<number, PromiseWithResolvers<string>>;
}

export function createComputing(patience = usualPatience): Computing {
	const threads = new Set<Thread>();
	let last = 0;

	function open(): Thread {
		const worker = new Worker(new URL('./computing-worker.ts', import.meta.url), {
			resourceLimits: { maxOldGenerationSizeMb: megabytes },
			execArgv: [],
			env: {}
		});
		const thread: Thread = { worker, waiting: new Map() };
		threads.add(thread);
		const end = (why: string) => {
			threads.delete(thread);
			for (const { reject } of thread.waiting.values()) reject(new ComputingFailed(why));
			thread.waiting.clear();
		};
		worker.on('message', ({ id, result, fault }: Computed) => {
			const asked = thread.waiting.get(id);
			thread.waiting.delete(id);
			if (result === undefined) asked?.reject(new ComputingFailed(fault));
			else asked?.resolve(result);
			if (thread.waiting.size === 0) worker.unref();
		});
		worker.on('error', (error) => end(String(error)));
		worker.on('exit', () => end('The thread ended.'));
		return thread;
	}

	/** The one with least to do, or a new one where all have something. */
	function free(): Thread {
		const [first] = [...threads].sort((one, other) => one.waiting.size - other.waiting.size);
		return first && (first.waiting.size === 0 || threads.size >= most) ? first : open();
	}

	return {
		async run<Run extends (...args: never[]) => unknown>(what: Computation, ...args: Parameters<Run>) {
			const { worker, waiting } = free();
			const asked = Promise.withResolvers<string>();
			const id = (last += 1);
			waiting.set(id, asked);
			worker.ref();
			worker.postMessage({ ...what, id, args: JSON.stringify(args) } satisfies Computable);
			const timer = setTimeout(() => void worker.terminate(), patience);
			try {
				return JSON.parse(await asked.promise) as ReturnType<Run>;
			} finally {
				clearTimeout(timer);
			}
		},
		async stop() {
			await Promise.all([...threads].map(({ worker }) => worker.terminate()));
		}
	};
}
