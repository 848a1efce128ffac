import { importsOf, target } from './architecture.ts';
import type { Source } from './sources.ts';

/** What asks all nouns through the list and knows none of them. */
const consumers = ['search', 'notifications', 'realtime', 'moderation', 'files', 'desk', 'access', 'demo'];
/** Rooms of their own. */
const nouns = ['network', 'people', 'meetings'];

/** The folder of a file on a floor of the house; lists that stand beside the folders are in none. */
function folderOf(path: string, floor: string): string | null {
	const [folder, ...rest] = path.startsWith(floor) ? path.slice(floor.length).split('/') : [];
	return folder && rest.length > 0 ? folder : null;
}

interface Edge {
	from: string;
	to: string;
	file: string;
}

/** Which folder of a floor imports which other one, by the files that do it. */
function edges(all: Source[], floor: string): Edge[] {
	return all.flatMap((source) => {
		const from = folderOf(source.path, floor);
		if (from === null) return [];
		return importsOf(source).flatMap((specifier) => {
			const to = folderOf(target(source.path, specifier) ?? '', floor);
			return to === null || to === from ? [] : [{ from, to, file: source.path }];
		});
	});
}

/** Imports between folders of a floor that lie on a circle, as `from -> to`. */
export function circles(all: Source[], floor: string): string[] {
	const found = edges(all, floor);
	const next = Map.groupBy(found, ({ from }) => from);
	const reaches = (start: string, wanted: string): boolean => {
		const seen = new Set<string>();
		const ahead = [start];
		for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
			if (at === wanted) return true;
			if (seen.has(at)) continue;
			seen.add(at);
			ahead.push(...(next.get(at) ?? []).map(({ to }) => to));
		}
		return false;
	};
	return named(found.filter(({ from, to }) => reaches(to, from)));
}

/** Consumers on the server that import a noun, as `from -> to`. */
export function nounsInConsumers(all: Source[]): string[] {
	return named(edges(all, 'src/lib/server/').filter(({ from, to }) => consumers.includes(from) && nouns.includes(to)));
}

function named(found: Edge[]): string[] {
	return [...new Set(found.map(({ from, to }) => `${from} -> ${to}`))].sort();
}
