import type { None } from './noun.ts';

/**
 * What all nouns bring of one sort, by name.
 * @throws Error when two nouns bring the same name
 */
export function joinNouns<Noun extends { name: string }, Brought>(
	nouns: readonly Noun[],
	bringing: (noun: Noun) => Readonly<Record<string, Brought>> | None
): ReadonlyMap<string, Brought> {
	const joined = new Map<string, Brought>();
	for (const noun of nouns) {
		for (const [name, brought] of Object.entries(bringing(noun) ?? {})) {
			if (joined.has(name)) throw new Error(`${noun.name} brings ${name}, which another noun has brought before`);
			joined.set(name, brought);
		}
	}
	return joined;
}
