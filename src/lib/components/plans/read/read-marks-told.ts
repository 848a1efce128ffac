/** Up to where a section was seen: the number of its revision, and the change by others up to which its rows were, ISO. */
interface Seen {
	n: number;
	rowsAt: string | null;
}

/** Tells the server what of a plan was read: each thing once, and again where more of it came. */
export class ReadMarksTold {
	#told = new Map<string, Seen>();
	#tell: (seen: Seen & { id: string }) => Promise<unknown>;

	constructor(tell: (seen: Seen & { id: string }) => Promise<unknown>) {
		this.#tell = tell;
	}

	/** A section stood before its reader. */
	stood(id: string, { n, rowsAt }: Seen): void {
		const before = this.#told.get(id);
		if (before && before.n >= n && (rowsAt === null || (before.rowsAt !== null && before.rowsAt >= rowsAt))) return;
		this.#told.set(id, { n, rowsAt });
		// It is told again with the next visit where the line is down.
		this.#tell({ id, n, rowsAt }).catch(() => this.#told.delete(id));
	}
}
