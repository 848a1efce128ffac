/** Something about the embedded database that the person at the terminal can act on; its message says what. */
export class EmbeddedError extends Error {
	override name = 'EmbeddedError';
	/** Whether it passes by itself, so that one more try is due. */
	readonly passing: boolean;
	constructor(message: string, { cause, passing = false }: { cause?: unknown; passing?: boolean } = {}) {
		super(message, { cause });
		this.passing = passing;
	}
}
