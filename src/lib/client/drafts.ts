import { joinDrafts } from '#lib/model/documents/kept-draft.ts';
import { draftPrefixes, forgetLeftOpen, type LeftOpen } from './draft-places.ts';
import { sealOf } from './sealing.ts';

/*
 * What somebody is writing, kept in this browser until it is posted: by person and place (`<personId>:<place>`), locked with
 * a key that only the server gives, and only to that person. localStorage is shared by all tabs and survives closing;
 * sessionStorage is the tab's own, so that a reload gives back what was typed in this very tab even when another one was
 * writing something else to the same place.
 */

interface Kept {
	/** The text, locked; empty when there is none any more. */
	locked: string;
	/** When it was last changed, in milliseconds. */
	at: number;
	/** The same in every tab that goes on writing it, and another one for what is begun anew. */
	id: string;
	/** Ids of what was posted or thrown away here, which no tab's own copy brings back. */
	gone: string[];
}

const { locked: prefix, plain } = draftPrefixes;
const lifetime = 60 * 24 * 60 * 60 * 1000;
const remembered = 20;

/** What each place was last asked to keep or to forget: an older wish that comes later is void. */
const wishes = new Map<string, object>();
/** Places whose draft could not be opened yet, as its key was not to be had: what is written there meanwhile comes after it. */
const unopened = new Set<string>();
/** What stood before that. */
const ahead = new Map<string, string>();

function parsed(value: string | null): Kept | null {
	try {
		const { locked, at, id = '', gone = [] } = JSON.parse(value ?? 'null') as Partial<Kept>;
		return typeof locked === 'string' && typeof at === 'number' && Array.isArray(gone) ? { locked, at, id, gone } : null;
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

/** What is too old goes, whosever it is: that needs no key. */
function sweep(): void {
	for (const key of Object.keys(localStorage)) {
		if (!key.startsWith(prefix) && !key.startsWith(plain)) continue;
		const { at } = attempt(() => JSON.parse(localStorage.getItem(key) ?? '') as { at?: unknown }) ?? {};
		if (typeof at !== 'number' || Date.now() - at > lifetime) localStorage.removeItem(key);
	}
}

/** The copy of this tab and the one of all tabs. */
function copies(key: string): { own: Kept | null; shared: Kept | null } {
	const [own, shared] = [parsed(sessionStorage.getItem(key)), parsed(localStorage.getItem(key))];
	return { own: own && shared?.gone.includes(own.id) ? null : own, shared };
}

/** This tab goes on with what stands in another one. */
function takeOver(key: string, kept: Kept | null): void {
	if (kept?.locked) sessionStorage.setItem(key, JSON.stringify(kept));
	else sessionStorage.removeItem(key);
}

/** The copy that counts for this tab: first what it began itself. */
function current(key: string): Kept | null {
	const { own, shared } = copies(key);
	return own && (own.id !== shared?.id || own.at > shared.at) ? own : shared;
}

function sealAt(place: string) {
	return sealOf(place.slice(0, place.indexOf(':')));
}

async function opened(place: string, kept: Kept | null): Promise<string | null> {
	if (!kept?.locked) return null;
	const seal = await sealAt(place);
	return seal && seal.openText(kept.locked);
}

/** What stands unlocked for a place: of this tab as it was left, or of all tabs by an earlier version of the program. */
function unlocked(store: Storage, place: string): (Partial<LeftOpen> & { text: string; at: number }) | null {
	const found = attempt(() => JSON.parse(store.getItem(plain + place) ?? 'null') as Partial<LeftOpen> | null);
	return typeof found?.text === 'string' && typeof found.at === 'number' ? { ...found, text: found.text, at: found.at } : null;
}

/** Locks what an earlier version of the program kept as it was. */
async function lockFormer(place: string): Promise<void> {
	const former = unlocked(localStorage, place);
	if (!former) return;
	const { text, ...rest } = former;
	const seal = text === '' ? null : await sealAt(place);
	if (text !== '' && !seal) return;
	const locked = seal ? await seal.lockText(text) : '';
	if (!localStorage.getItem(prefix + place)) localStorage.setItem(prefix + place, JSON.stringify({ ...rest, locked }));
	localStorage.removeItem(plain + place);
}

/** Locks what this tab was left with, and what had been locked before that, if it was not part of it. */
async function lockLeft(place: string): Promise<void> {
	forgetLeftOpen(place.slice(0, place.indexOf(':')));
	const left = unlocked(sessionStorage, place);
	const kept = left && current(prefix + place);
	if (!left || !(await sealAt(place))) return;
	if (kept && kept.at >= left.at) return sessionStorage.removeItem(plain + place);
	const before = left.after ? await opened(place, kept) : null;
	await drafts.keep(place, await joinDrafts(before ?? '', left.text));
}

export const drafts = {
	/** Whether a text is kept for a place. */
	begun(place: string): boolean {
		const left = () => unlocked(sessionStorage, place) ?? unlocked(localStorage, place);
		return attempt(() => Boolean(current(prefix + place)?.locked || left()?.text)) ?? false;
	},

	/** The text kept for a place, first what this tab began; while its key is not to be had, no more than what this tab was left with. */
	async read(place: string): Promise<string | null> {
		const key = prefix + place;
		attempt(sweep);
		await lockFormer(place)
			.then(() => lockLeft(place))
			.catch(() => {});
		const kept = attempt(() => current(key));
		const left = () => attempt(() => unlocked(sessionStorage, place)?.text) ?? null;
		if (!kept?.locked) return left();
		unopened.add(place);
		const text = await opened(place, kept);
		if (text === null && !(await sealAt(place))) return left();
		unopened.delete(place);
		ahead.delete(place);
		if (text === null) return null;
		attempt(() => parsed(sessionStorage.getItem(key))?.id === kept.id || takeOver(key, kept));
		return text;
	},

	/** Whether something is kept for a place that could not be opened yet. */
	awaits: (place: string): boolean => unopened.has(place),

	/** Keeps a text; one without words is dropped. @returns false when it lives no longer than the page, so far */
	async keep(place: string, text: string): Promise<boolean> {
		if (text.trim() === '' && !unopened.has(place)) {
			drafts.drop(place);
			return true;
		}
		const wish = {};
		wishes.set(place, wish);
		const key = prefix + place;
		const seal = await sealAt(place);
		if (!seal) return false;
		if (unopened.delete(place))
			ahead.set(
				place,
				(await opened(
					place,
					attempt(() => current(key))
				)) ?? ''
			);
		const locked = await seal.lockText(await joinDrafts(ahead.get(place) ?? '', text));
		if (wishes.get(place) !== wish) return true;
		return (
			attempt(() => {
				const { own, shared } = copies(key);
				const kept = { locked, at: Date.now(), id: own?.id ?? crypto.randomUUID(), gone: shared?.gone ?? [] };
				sessionStorage.setItem(key, JSON.stringify(kept satisfies Kept));
				localStorage.setItem(key, JSON.stringify(kept));
				sessionStorage.removeItem(plain + place);
				return true;
			}) ?? false
		);
	},

	/** Forgets what this tab was writing, in every tab. */
	drop(place: string): void {
		wishes.delete(place);
		ahead.delete(place);
		unopened.delete(place);
		attempt(() => {
			const key = prefix + place;
			const { own, shared } = copies(key);
			sessionStorage.removeItem(plain + place);
			sessionStorage.removeItem(key);
			if (!own || !shared) return;
			const gone = [...shared.gone, own.id].slice(-remembered);
			const left = own.id === shared.id ? { locked: '', at: Date.now(), id: '' } : shared;
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
		// Asked for while there is a line: without it nothing that is written later could be kept.
		void sealAt(place);
		let last = {};
		const hear = async (now: Kept | null): Promise<void> => {
			const turn = (last = {});
			const own = parsed(sessionStorage.getItem(key));
			if (own && own.id !== now?.id && !now?.gone.includes(own.id)) return;
			const [text, before] = await Promise.all([opened(place, now), opened(place, own)]);
			if (turn !== last || (now?.locked && text === null)) return;
			if (changed(text ?? '', before ?? '')) takeOver(key, now);
		};
		const heard = ({ storageArea, key: of, newValue }: StorageEvent): void => {
			if (storageArea === localStorage && of === key) void hear(parsed(newValue)).catch(() => {});
		};
		/** Nobody tells a page that was put aside what happened meanwhile. */
		const shown = ({ persisted }: PageTransitionEvent): void => {
			if (persisted) void hear(attempt(() => parsed(localStorage.getItem(key)))).catch(() => {});
		};
		addEventListener('storage', heard);
		addEventListener('pageshow', shown);
		return () => {
			removeEventListener('storage', heard);
			removeEventListener('pageshow', shown);
		};
	}
};
