interface Known<Value> {
	value: Promise<Value>;
	until: number;
}

/** Asks, or answers from memory. */
export interface TtlCache<Value> {
	(key: string, ask: () => Promise<Value>): Promise<Value>;
	/** What is known of this is no longer true. */
	forget(key: string): void;
}

/** Answers kept at a time; beyond that all are forgotten, which costs no more than asking again. */
const most = 2000;

/**
 * Remembers answers for a moment: for what is asked with every post and hardly ever changes. Those who ask at the same
 * time share one question, a failure is not remembered.
 * @param milliseconds how long an answer may be old
 */
export function ttlCache<Value>(milliseconds: number): TtlCache<Value> {
	const known = new Map<string, Known<Value>>();
	const answer = (key: string, ask: () => Promise<Value>): Promise<Value> => {
		const found = known.get(key);
		if (found && found.until > performance.now()) return found.value;
		if (known.size >= most) known.clear();
		const value = ask();
		known.set(key, { value, until: performance.now() + milliseconds });
		value.catch(() => known.delete(key));
		return value;
	};
	return Object.assign(answer, { forget: (key: string) => void known.delete(key) });
}
