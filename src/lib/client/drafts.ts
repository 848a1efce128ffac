/*
 * What somebody is writing, kept in this browser until it is posted: by person and place (`<personId>:<place>`).
 * localStorage is shared by all tabs and survives closing; sessionStorage is the tab's own, so that a reload gives back
 * what was typed in this very tab even when another one was writing something else to the same place.
 */

interface Kept {
	text: string;
	/** When it was last changed, in milliseconds. */
	at: number;
	/** The same in every tab that goes on writing it, and another one for what is begun anew. */
	id: string;
	/** Ids of what was posted or thrown away here, which no tab's own copy brings back. */
	gone: string[];
}

const prefix = 'draft:';
const lifetime = 60 * 24 * 60 * 60 * 1000;
const remembered = 20;

function parsed(value: string | null): Kept | null {
	try {
		const { text, at, id = '', gone = [] } = JSON.parse(value ?? 'null') as Partial<Kept>;
		return typeof text === 'string' && typeof at === 'number' && Array.isArray(gone) ? { text, at, id, gone } : null;
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

/** The copy of this tab and the one of all tabs. */
function copies(key: string): { own: Kept | null; shared: Kept | null } {
	const [own, shared] = [parsed(sessionStorage.getItem(key)), parsed(localStorage.getItem(key))];
	return { own: own && shared?.gone.includes(own.id) ? null : own, shared };
}

/** This tab goes on with what stands in another one. */
function takeOver(key: string, kept: Kept | null): void {
	if (kept?.text) sessionStorage.setItem(key, JSON.stringify(kept));
	else sessionStorage.removeItem(key);
}

export const drafts = {
	/** The text kept for a place, first what this tab began. */
	read(place: string): string | null {
		return attempt(() => {
			sweep();
			const key = prefix + place;
			const { own, shared } = copies(key);
			if (own && (own.id !== shared?.id || own.at > shared.at)) return own.text;
			takeOver(key, shared);
			return shared?.text || null;
		});
	},

	/** Keeps a text; one without words is dropped. */
	keep(place: string, text: string): void {
		if (text.trim() === '') return drafts.drop(place);
		attempt(() => {
			const key = prefix + place;
			const { own, shared } = copies(key);
			const kept = JSON.stringify({
				text,
				at: Date.now(),
				id: own?.id ?? crypto.randomUUID(),
				gone: shared?.gone ?? []
			} satisfies Kept);
			sessionStorage.setItem(key, kept);
			localStorage.setItem(key, kept);
		});
	},

	/** Forgets what this tab was writing, in every tab. */
	drop(place: string): void {
		attempt(() => {
			const key = prefix + place;
			const { own, shared } = copies(key);
			sessionStorage.removeItem(key);
			if (!own || !shared) return;
			const gone = [...shared.gone, own.id].slice(-remembered);
			const left = own.id === shared.id ? { text: '', at: Date.now(), id: '' } : shared;
			localStorage.setItem(key, JSON.stringify({ ...left, gone } satisfies Kept));
		});
	},

	/**
	 * Tells when another tab went on with the draft of a place: what it is now, empty when it was posted or thrown away,
	 * and what this tab knew of it. Who takes it over says so by answering true.
	 * @returns what ends the watching
	 */
	watch(place: string, changed: (now: string, before: string) => boolean): () => void {
		const key = prefix + place;
		const hear = (now: Kept | null): void => {
			const own = parsed(sessionStorage.getItem(key));
			if (own && own.id !== now?.id && !now?.gone.includes(own.id)) return;
			if (changed(now?.text ?? '', own?.text ?? '')) takeOver(key, now);
		};
		const heard = ({ storageArea, key: of, newValue }: StorageEvent): void => {
			if (storageArea === localStorage && of === key) attempt(() => hear(parsed(newValue)));
		};
		/** Nobody tells a page that was put aside what happened meanwhile. */
		const shown = ({ persisted }: PageTransitionEvent): void => {
			if (persisted) attempt(() => hear(parsed(localStorage.getItem(key))));
		};
		addEventListener('storage', heard);
		addEventListener('pageshow', shown);
		return () => {
			removeEventListener('storage', heard);
			removeEventListener('pageshow', shown);
		};
	}
};
