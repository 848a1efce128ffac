const most = 8;
const keyOf = (person: string) => `swing-recent ${person}`;

/** Pages where somebody was last in this browser, the latest first: addresses alone, no words of what stood there. */
export function recentPlaces(person: string): string[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? '[]');
		return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
	} catch {
		return [];
	}
}

export function notePlace(person: string, path: string): void {
	if (path === '/' || path.startsWith('/search')) return;
	try {
		localStorage.setItem(keyOf(person), JSON.stringify([path, ...recentPlaces(person).filter((one) => one !== path)].slice(0, most)));
	} catch {
		// A browser that keeps nothing shows no recent places.
	}
}
