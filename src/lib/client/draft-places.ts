/** Names in the browser's storage: what is kept locked, and what earlier versions of the program kept as it was. */
export const draftPrefixes = { locked: 'kept-draft:', plain: 'draft:' } as const;

/** Whether something may be kept for a place: cheap, and without the program that opens it. */
export function mayHaveDraft(place: string): boolean {
	try {
		return Object.values(draftPrefixes).some((prefix) => [sessionStorage, localStorage].some((store) => store.getItem(prefix + place)));
	} catch {
		return false;
	}
}
