/** A browser's caches, as far as the worker uses them. */
export function cachesInMemory(origin: string): CacheStorage {
	const all = new Map<string, Cache>();
	return {
		open: async (name: string) => {
			const cache = all.get(name) ?? cacheInMemory(origin);
			all.set(name, cache);
			return cache;
		},
		delete: async (name: string) => all.delete(name)
	} as Partial<CacheStorage> as CacheStorage;
}

function cacheInMemory(origin: string): Cache {
	const held = new Map<string, Response>();
	const address = (path: RequestInfo | URL) => new URL(String(path), origin).href;
	return {
		match: async (path: RequestInfo | URL) => held.get(address(path))?.clone(),
		put: async (path: RequestInfo | URL, response: Response) => void held.set(address(path), response),
		delete: async (path: RequestInfo | URL) => held.delete(address(path)),
		keys: async () => [...held.keys()].map((url) => ({ url }) as Request)
	} as Partial<Cache> as Cache;
}
