/** Names in the browser's storage: what is kept locked, and what earlier versions of the program kept as it was. */
export const draftPrefixes = { locked: 'kept-draft:', plain: 'draft:' } as const;

/** Whether something may be kept for a place: cheap, and without the program that opens it. */
export function mayHaveDraft(place: string): boolean {
	try {
		return Object.values(draftPrefixes).some((prefix) =>
			[sessionStorage, localStorage].some((store) => holds(store.getItem(prefix + place)))
		);
	} catch {
		return false;
	}
}

/** What was sent leaves behind which draft is gone, for other tabs, and no words. */
function holds(kept: string | null): boolean {
	if (!kept) return false;
	try {
		return (JSON.parse(kept) as { locked?: unknown } | null)?.locked !== '';
	} catch {
		return true;
	}
}

/** What was being written when the page was left before it could be locked. */
export interface LeftOpen {
	text: string;
	/** In milliseconds. */
	at: number;
	/** Whether it comes after a draft that had not been opened here. */
	after: boolean;
}

/**
 * What leaves a page leaves no time to lock anything, or its key has not come yet: the words stay as they are in this tab
 * alone, until they are locked where they are written on.
 */
export function leaveOpen(place: string, text: string, after: boolean): void {
	try {
		sessionStorage.setItem(draftPrefixes.plain + place, JSON.stringify({ text, at: Date.now(), after } satisfies LeftOpen));
	} catch {
		// Who leaves was asked first.
	}
}

/** Takes what was left open by anybody but this person out of the tab; by all, if there is none. */
export function forgetLeftOpen(personId = ''): void {
	try {
		for (const key of Object.keys(sessionStorage)) {
			const mine = personId !== '' && key.startsWith(`${draftPrefixes.plain}${personId}:`);
			if (key.startsWith(draftPrefixes.plain) && !mine) sessionStorage.removeItem(key);
		}
	} catch {
		// Where nothing may be kept, nothing was.
	}
}
