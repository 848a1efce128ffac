/**
 * Asks for many at once: what is wanted while a question is under way waits for it to be answered and goes into the
 * next one. Nobody waits for company, and nobody gets an answer that was asked for before they came.
 * @param ask the answers that exist, by key
 */
export function together<Value>(ask: (keys: string[]) => Promise<Map<string, Value>>): (key: string) => Promise<Value | undefined> {
	let waiting = new Map<string, PromiseWithResolvers<Value | undefined>>();
	let asking = false;

	async function work(): Promise<void> {
		asking = true;
		while (waiting.size > 0) {
			const asked = waiting;
			waiting = new Map();
			try {
				const found = await ask([...asked.keys()]);
				for (const [key, { resolve }] of asked) resolve(found.get(key));
			} catch (error) {
				for (const { reject } of asked.values()) reject(error);
			}
		}
		asking = false;
	}

	return (key) => {
		const place = waiting.get(key) ?? Promise.withResolvers<Value | undefined>();
		waiting.set(key, place);
		if (!asking) void work();
		return place.promise;
	};
}
