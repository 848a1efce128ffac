/** Says a word now and then; what changes in between is in the next one. */
export interface Paced {
	/** Something changed under this key. */
	due(key: string): void;
	stop(): void;
}

/**
 * Says a first word at once and each following one after a pause, so that a storm of changes costs a few words.
 * @param pause in milliseconds, asked after each word
 */
export function paced(say: (key: string) => void, pause: (key: string) => number): Paced {
	/** Keys that rest, and whether something changed meanwhile. */
	const resting = new Map<string, boolean>();
	const timers = new Set<NodeJS.Timeout>();

	function speak(key: string): void {
		resting.set(key, false);
		say(key);
		const timer = setTimeout(() => {
			timers.delete(timer);
			const changed = resting.get(key);
			resting.delete(key);
			if (changed) speak(key);
		}, pause(key));
		timers.add(timer.unref());
	}

	return {
		due(key) {
			if (resting.has(key)) resting.set(key, true);
			else speak(key);
		},
		stop() {
			timers.forEach(clearTimeout);
		}
	};
}
