/*
 * What somebody is writing, kept in this browser until it is posted: by person and place (`<personId>:<place>`).
 * localStorage is shared by all tabs and survives closing; sessionStorage is the tab's own, so that a reload gives back
 * what was typed in this very tab even when another one was writing to the same place.
 */

interface Kept {
	text: string;
	/** When it was last changed, in milliseconds. */
	at: number;
}

const prefix = 'draft:';
const lifetime = 60 * 24 * 60 * 60 * 1000;

function parsed(value: string | null): Kept | null {
	try {
		const kept = JSON.parse(value ?? 'null') as Partial<Kept> | null;
		return typeof kept?.text === 'string' && typeof kept.at === 'number'
			? { text: kept.text, at: kept.at }
			: null;
	} catch {
		return null;
	}
}

/** Browsers may forbid storage or have no room left; writing then goes on without a draft. */
function attempt<Result>(work: () => Result): Result | null {
	try {
		return work();
	} catch {
		return null;
	}
}

function sweep(): void {
	for (const key of Object.keys(localStorage)) {
		if (!key.startsWith(prefix)) continue;
		const kept = parsed(localStorage.getItem(key));
		if (!kept || Date.now() - kept.at > lifetime) localStorage.removeItem(key);
	}
}

export const drafts = {
	/** The text kept for a place, first the one of this tab. */
	read(place: string): string | null {
		return attempt(() => {
			sweep();
			const key = prefix + place;
			const own = parsed(sessionStorage.getItem(key));
			return (own ?? parsed(localStorage.getItem(key)))?.text ?? null;
		});
	},

	/** Keeps a text; one without words is dropped. */
	keep(place: string, text: string): void {
		if (text.trim() === '') return drafts.drop(place);
		attempt(() => {
			const kept = JSON.stringify({ text, at: Date.now() } satisfies Kept);
			sessionStorage.setItem(prefix + place, kept);
			localStorage.setItem(prefix + place, kept);
		});
	},

	drop(place: string): void {
		attempt(() => {
			sessionStorage.removeItem(prefix + place);
			localStorage.removeItem(prefix + place);
		});
	},

	/**
	 * Tells when another tab changed the draft of a place: what it was and what it is, empty when it was posted or
	 * thrown away. Who takes it over says so by answering true.
	 * @returns what ends the watching
	 */
	watch(place: string, changed: (now: string, before: string) => boolean): () => void {
		const hear = (event: StorageEvent): void => {
			if (event.storageArea !== localStorage || event.key !== prefix + place) return;
			const text = (value: string | null): string => parsed(value)?.text ?? '';
			if (changed(text(event.newValue), text(event.oldValue))) {
				attempt(() => sessionStorage.removeItem(prefix + place));
			}
		};
		addEventListener('storage', hear);
		return () => removeEventListener('storage', hear);
	}
};
