/** Lets one part of the process tell others of it that something has just happened. */
export interface Announcer<T> {
	announce(value: T): void;
	/** Returns the way to stop listening. */
	listen(listener: (value: T) => void): () => void;
}

export function announcer<T>(): Announcer<T> {
	const listeners = new Set<(value: T) => void>();
	return {
		announce(value) {
			for (const listener of [...listeners]) listener(value);
		},
		listen(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		}
	};
}
