/** A clock that stands where a test sets it. */
export class SettableClock {
	#now = new Date('2026-11-20T09:00:00Z');
	now(): Date {
		return new Date(this.#now);
	}
	set(to: string): void {
		this.#now = new Date(to);
	}
	advance(seconds: number): void {
		this.#now = new Date(this.#now.getTime() + seconds * 1000);
	}
}
