import ts from 'typescript';
import type { Source } from './sources.ts';

/** Names that SvelteKit looks for: every page may export them. */
const ofSvelteKit =
	/^(load|actions|GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD|fallback|handle\w*|init|reroute|transport|entries|prerender|ssr|csr|trailingSlash|config|match|snapshot)$/;

/** Two builds of one module: the browser's and the server's (see `imports` in package.json). */
const twins: [RegExp, string][] = [[/^src\/lib\/i18n\/m\.(browser|server)\.ts$/, 'src/lib/i18n/m']];

function scriptOf({ path, text }: Source): string {
	return path.endsWith('.svelte') ? (/<script module[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '') : text;
}

function bound(name: ts.BindingName): string[] {
	return ts.isIdentifier(name)
		? [name.text]
		: name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bound(element.name)));
}

function declared(statement: ts.Statement): string[] {
	if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => bound(name));
	const named =
		ts.isFunctionDeclaration(statement) ||
		ts.isClassDeclaration(statement) ||
		ts.isInterfaceDeclaration(statement) ||
		ts.isTypeAliasDeclaration(statement) ||
		ts.isEnumDeclaration(statement);
	return named && statement.name ? [statement.name.text] : [];
}

/** The names that a file declares and exports; what it hands on from elsewhere is declared there, and a default has no name. */
export function exportsOf(source: Source): string[] {
	const { statements } = ts.createSourceFile(source.path, scriptOf(source), ts.ScriptTarget.Latest);
	const local = new Set(statements.flatMap(declared));
	const names = statements.flatMap((statement) => {
		if (
			ts.isExportDeclaration(statement) &&
			!statement.moduleSpecifier &&
			statement.exportClause &&
			ts.isNamedExports(statement.exportClause)
		) {
			return statement.exportClause.elements.flatMap(({ name, propertyName }) =>
				local.has((propertyName ?? name).text) ? [name.text] : []
			);
		}
		const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
		const has = (kind: ts.SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind);
		return has(ts.SyntaxKind.ExportKeyword) && !has(ts.SyntaxKind.DefaultKeyword) ? declared(statement) : [];
	});
	// A type and its list, or the forms of one function, may share a name within a file.
	return [...new Set(names)].filter((name) => !ofSvelteKit.test(name));
}

/** Names that several files export, each with these files. */
export function doubleExports(all: Source[]): Record<string, string[]> {
	const exported = all.flatMap((source) => {
		const from = twins.find(([which]) => which.test(source.path))?.[1] ?? source.path;
		return exportsOf(source).map((name) => ({ name, from }));
	});
	const byName = Map.groupBy(exported, ({ name }) => name);
	return Object.fromEntries(
		[...byName]
			.map(([name, places]) => [name, [...new Set(places.map(({ from }) => from))].sort()] as const)
			.filter(([, places]) => places.length > 1)
			.sort(([a], [b]) => a.localeCompare(b))
	);
}
