import { importsOf, target } from './architecture.ts';
import type { Source } from './sources.ts';

/** On the server, who may know nouns: the start and the pages. All others ask the list. */
const knowNouns = ['boot', 'cli', 'http', 'kit'];
/** Rooms that nouns share and that have a door, because they bring something of their own too. */
const shared = ['threads', 'notifications', 'files', 'moderation', 'auth'];
/** Interfaces of all nouns: each noun declares its own part, they themselves know none. */
const joined = {
	'src/lib/model/commands.ts': 'Commands',
	'src/lib/model/events.ts': 'Events',
	'src/lib/model/policy.ts': 'Subjects',
	'src/lib/model/desk/panels.ts': 'DeskPanels',
	'src/lib/model/moderation/moderation.ts': 'ModeratedByKind',
	'src/lib/model/network/city-sections.ts': 'CitySections',
	'src/lib/model/search/results.ts': 'FoundByKind'
};

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

/** Folders of a floor that have a door. */
function doors(all: Source[], floor: string): string[] {
	return all.flatMap(({ path }) => (path.endsWith('/noun.ts') ? (folderOf(path, floor) ?? []) : []));
}

/** Folders of the server that ask all nouns and yet import one, as `from -> to`. */
export function nounsInConsumers(all: Source[]): string[] {
	const nouns = doors(all, 'src/lib/server/').filter((door) => !shared.includes(door));
	const knows = [...nouns, ...knowNouns];
	return named(edges(all, 'src/lib/server/').filter(({ from, to }) => nouns.includes(to) && !knows.includes(from)));
}

/** In what way interfaces of all nouns know one: they name its part themselves, or their file imports from behind its door. */
export function nounsInJoined(all: Source[]): string[] {
	const behindDoors = doors(all, 'src/lib/model/');
	return Object.entries(joined).flatMap(([path, name]) => {
		const source = all.find((one) => one.path === path);
		if (!source) return [`${path} is not there`];
		const imported = importsOf(source).filter((specifier) => {
			const to = folderOf(target(path, specifier) ?? '', 'src/lib/model/');
			return to !== null && to !== folderOf(path, 'src/lib/model/') && behindDoors.includes(to);
		});
		return [
			...(source.text.includes(`export interface ${name} {}`) ? [] : [`${path}: ${name} has parts of its own`]),
			...imported.map((specifier) => `${path} imports ${specifier}`)
		];
	});
}

function named(found: Edge[]): string[] {
	return [...new Set(found.map(({ from, to }) => `${from} -> ${to}`))].sort();
}
