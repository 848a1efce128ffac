import { posix } from 'node:path';
import ts from 'typescript';
import type { Source } from './sources.ts';

/** Where a file stands in the house. */
type Floor = 'model' | 'i18n' | 'foundations' | 'noun' | 'realtime' | 'client' | 'components' | 'routes';

const floors: [RegExp, Floor][] = [
	[/^src\/lib\/model\//, 'model'],
	[/^src\/lib\/i18n\//, 'i18n'],
	[/^src\/lib\/server\/(platform|db|events|jobs|mail|commands|access|audit)\//, 'foundations'],
	[/^src\/lib\/server\/(boot|cli)\//, 'routes'],
	[/^src\/lib\/server\/realtime\//, 'realtime'],
	// What stands between SvelteKit and the domain belongs to the pages.
	[/^src\/lib\/server\/kit\//, 'routes'],
	[/^src\/lib\/server\/http\//, 'realtime'],
	// What may be plugged in, and the list of who plugs in.
	[/^src\/lib\/server\/nouns?\.ts$/, 'noun'],
	[/^src\/lib\/server\/[^/]+\.ts$/, 'foundations'],
	[/^src\/lib\/server\//, 'noun'],
	[/^src\/lib\/client\//, 'client'],
	[/^src\/lib\/components\//, 'components'],
	[/^src\/routes\//, 'routes']
];

/** What each floor may build on, itself included. */
const mayImport: Record<Floor, readonly Floor[]> = {
	model: ['model', 'i18n'],
	i18n: ['i18n', 'model'],
	foundations: ['foundations', 'model', 'i18n'],
	noun: ['noun', 'foundations', 'model', 'i18n'],
	realtime: ['realtime', 'noun', 'foundations', 'model', 'i18n'],
	client: ['client', 'model', 'i18n'],
	components: ['components', 'client', 'model', 'i18n'],
	routes: ['routes', 'components', 'client', 'noun', 'foundations', 'model', 'i18n']
};

const transports = /^(@sveltejs\/|\$app\/|\$env\/|socket\.io|express$|svelte$|svelte\/)/;
const drawers = /(^|\/)(utils?|helpers?|common|misc|types)(\.|\/)/;
const vagueNames = /\b(?:class|function|const)\s+(\w*(?:Service|Manager)|handle[A-Z]\w*)\b/;
/** The frame around every page shows where on the site one is, and leads back there. */
const mayAskForThePage = /^src\/lib\/components\/shell\//;
/** The formatter leaves comments as they are. */
const comment = /^\s*(\/\/|\/\*|\*|<!--)|\s\/\/ |\/\*\* /;
const leaf = /^src\/lib\/(components|client)\//;
const runtimeHandles = /^src\/hooks\.(server|client)\.ts$/;

function floorOf(path: string): Floor | null {
	return floors.find(([where]) => where.test(path))?.[1] ?? null;
}

/** Everything a file imports, statically or not, types included, and what it declares to. */
export function importsOf({ text }: Source): string[] {
	return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Everything a file imports, without the modules to whose interfaces it only declares something by `declare module`. */
export function askedFor({ text }: Source): string[] {
	const { importedFiles } = ts.preProcessFile(text, true, true);
	return importedFiles.filter(({ pos }) => !/\bdeclare\s+module\s*$/.test(text.slice(0, pos))).map(({ fileName }) => fileName);
}

/** The file that an import of `from` names, if it is one of ours. */
export function target(from: string, specifier: string): string | null {
	if (specifier === '#lib/i18n/m') return 'src/lib/i18n/m.server.ts';
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice(5)}`;
	if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
	return null;
}

function wrongImports(source: Source): string[] {
	const floor = floorOf(source.path);
	return importsOf(source).flatMap((specifier) => {
		const says = (why: string) => [`${source.path} imports ${specifier}: ${why}`];
		if (/^\$lib(\/|$)/.test(specifier)) return says('#lib/… is the name of our own modules');
		if (specifier === '$app/stores') return says('$app/state took its place');
		if (specifier === '$app/state' && leaf.test(source.path) && !mayAskForThePage.test(source.path))
			return says('leaves take props, or useReader(); only routes ask for the page');
		if (floor === null) return [];
		if ((floor === 'model' || floor === 'foundations' || floor === 'noun') && transports.test(specifier))
			return says('this floor knows no SvelteKit, Socket.IO or Express');
		const to = target(source.path, specifier);
		if (to === null) return [];
		const below = floorOf(to);
		if (floor === 'model' && below === 'i18n' && to !== 'src/lib/i18n/locales.ts')
			return says('of the interface languages the model knows only their codes');
		if (below !== null && !mayImport[floor].includes(below)) return says(`${floor} may not build on ${below}`);
		return [];
	});
}

function wrongShape({ path, text }: Source): string[] {
	const wrong: string[] = [];
	const lines = text.split('\n').length - 1;
	if (lines > 300) wrong.push(`${path} has ${lines} lines: look for the second idea in it`);
	if (drawers.test(path)) wrong.push(`${path} is a drawer: name it after what it holds`);
	const vague = runtimeHandles.test(path) ? null : vagueNames.exec(text);
	if (vague) wrong.push(`${path} declares ${vague[1]}: say what it does`);
	if (path.endsWith('.svelte') && text.includes('{@html')) wrong.push(`${path} renders raw HTML`);
	return wrong;
}

function percentile(sorted: number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Too long as a whole: half of the files within 60 lines, nineteen of twenty within 180. */
export function wrongLengths(all: Source[]): string[] {
	const lengths = all
		.filter(({ path }) => path.endsWith('.ts'))
		.map(({ text }) => text.split('\n').length - 1)
		.sort((a, b) => a - b);
	const [median, most] = [percentile(lengths, 0.5), percentile(lengths, 0.95)];
	return [
		...(median > 60 ? [`half of the .ts files are longer than ${median} lines`] : []),
		...(most > 180 ? [`one .ts file in twenty is longer than ${most} lines`] : [])
	];
}

/** Comments that go beyond 140 columns, a tab being four of them. */
export function wideComments(all: Source[]): string[] {
	return all.flatMap(({ path, text }) =>
		text
			.split('\n')
			.flatMap((line, n) => (comment.test(line) && line.replaceAll('\t', '    ').length > 140 ? [`${path}:${n + 1}`] : []))
	);
}

/** Every way in which these files leave the plan of the house; nothing when all is well. */
export function faultsOf(all: Source[]): string[] {
	return all.flatMap((source) => [...wrongImports(source), ...wrongShape(source)]);
}
