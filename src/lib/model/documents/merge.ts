import { regionsOf, type Region } from './three-way.ts';
import { textTokens } from './tokens.ts';

/* For the server, as difference.ts. */

/** Two people changed the same words: what stood before, and what each made of it. */
export interface Clash {
	base: string;
	mine: string;
	theirs: string;
	/** Where `theirs` stands in the merged text (UTF-16 units). */
	at: number;
}

export interface MergedText {
	text: string;
	clashes: Clash[];
}

/** Of a merge as a whole, in ms. */
const patience = 200;

/** What two people put at the same place stands one after the other, what both put there once. */
export function bothAdded<T>(mine: readonly T[], theirs: readonly T[], keyOf: (one: T) => string): T[] {
	const known = new Set(theirs.map(keyOf));
	return [...theirs, ...mine.filter((one) => !known.has(keyOf(one)))];
}

function wholeClash(base: string, mine: string, theirs: string): MergedText {
	return { text: theirs, clashes: mine === theirs ? [] : [{ base, mine, theirs, at: 0 }] };
}

function joined(parts: readonly MergedText[]): MergedText {
	let text = '';
	const clashes: Clash[] = [];
	for (const part of parts) {
		clashes.push(...part.clashes.map((clash) => ({ ...clash, at: clash.at + text.length })));
		text += part.text;
	}
	return { text, clashes };
}

const settled = (text: string): MergedText => ({ text, clashes: [] });

/** What one of the regions holds where at most one side changed it. */
export function regionContent<T>({ changed, base, mine, theirs }: Region, all: { base: T[]; mine: T[]; theirs: T[] }): T[] {
	if (changed === 'mine') return all.mine.slice(...mine);
	return changed === 'theirs' ? all.theirs.slice(...theirs) : all.base.slice(...base);
}

function mergeWords(base: string, mine: string, theirs: string, timeout: number): MergedText {
	const all = { base: textTokens(base), mine: textTokens(mine), theirs: textTokens(theirs) };
	const regions = regionsOf(all.base, all.mine, all.theirs, timeout);
	if (!regions) return wholeClash(base, mine, theirs);
	return joined(
		regions.map((region) => {
			if (region.changed !== 'both') return settled(regionContent(region, all).join(''));
			const said = (of: 'base' | 'mine' | 'theirs'): string => all[of].slice(...region[of]).join('');
			return wholeClash(said('base'), said('mine'), said('theirs'));
		})
	);
}

/** Lines with the line ends between them; a stretch without any line says nothing, and has no line end either. */
function inLines(stretches: readonly { lines: number; merged: MergedText }[]): MergedText {
	let begun = false;
	return joined(
		stretches.flatMap(({ lines, merged }) => {
			if (lines === 0) return [merged];
			const parts = begun ? [settled('\n'), merged] : [merged];
			begun = true;
			return parts;
		})
	);
}

/**
 * One text of two that were made of `base`, each in NFC: lines first, and words within lines that both changed. Where both
 * changed the same words, the text holds `theirs`, which stands already, and the clash holds both: no word that either side
 * added is lost. Lines that both put at the same place stand one after the other. What takes longer than `timeout` ms
 * clashes as a whole.
 */
export function mergeTexts(base: string, mine: string, theirs: string, timeout = patience): MergedText {
	const [from, my, their] = [base.normalize('NFC'), mine.normalize('NFC'), theirs.normalize('NFC')];
	if (my === from || my === their) return settled(their);
	if (their === from) return settled(my);
	const all = { base: from.split('\n'), mine: my.split('\n'), theirs: their.split('\n') };
	const regions = regionsOf(all.base, all.mine, all.theirs, timeout / 4);
	if (!regions) return wholeClash(from, my, their);
	const length = ({ mine, theirs }: Region): number => [...all.mine.slice(...mine), ...all.theirs.slice(...theirs)].join('\n').length;
	const open = regions.filter(({ changed }) => changed === 'both').reduce((sum, region) => sum + length(region), 1);
	return inLines(
		regions.map((region) => {
			const lines = (of: 'base' | 'mine' | 'theirs'): string[] => all[of].slice(...region[of]);
			if (region.changed !== 'both') {
				const kept = regionContent(region, all);
				return { lines: kept.length, merged: settled(kept.join('\n')) };
			}
			const [before, ours, others] = [lines('base'), lines('mine'), lines('theirs')];
			if (before.length === 0) {
				const added = bothAdded(ours, others, (line) => line);
				return { lines: added.length, merged: settled(added.join('\n')) };
			}
			const [said, mySaid, theirSaid] = [before.join('\n'), ours.join('\n'), others.join('\n')];
			const merged =
				ours.length === 0 || others.length === 0
					? wholeClash(said, mySaid, theirSaid)
					: mergeWords(said, mySaid, theirSaid, ((timeout / 4) * length(region)) / open);
			return { lines: others.length, merged };
		})
	);
}
