import { posix } from 'node:path';
import type { Locale } from '#lib/i18n/locales.ts';
import { sources, type Source } from './sources.ts';

/** All messages of a locale as they stand in its files. */
export type Catalogue = Map<string, unknown>;

interface Variants {
	declarations: string[];
	selectors: string[];
	match: Record<string, string>;
}

/** Reads the message files of a locale. A key in two files is a mistake. */
export function catalogue(locale: Locale): Catalogue {
	const all: Catalogue = new Map();
	for (const { path, text } of sources(`src/lib/i18n/messages/${locale}/*.json`)) {
		for (const [key, message] of Object.entries<unknown>(JSON.parse(text))) {
			if (key === '$schema') continue;
			if (all.has(key)) throw new Error(`${key} stands twice in ${locale}, the second time in ${path}`);
			all.set(key, message);
		}
	}
	return all;
}

/** In which file each message stands. */
export function filesOf(locale: Locale): Map<string, string> {
	return new Map(
		sources(`src/lib/i18n/messages/${locale}/*.json`).flatMap(({ path, text }) =>
			Object.keys(JSON.parse(text) as object).map((key) => [key, posix.basename(path, '.json')] as const)
		)
	);
}

function variants(message: unknown): Variants[] {
	return Array.isArray(message) ? (message as Variants[]) : [];
}

function wordings(message: unknown): string[] {
	return typeof message === 'string' ? [message] : variants(message).flatMap(({ match }) => Object.values(match));
}

/** The names that the caller passes: those in braces, and those that are only counted or chosen by. */
function inputs(message: unknown): string {
	const declared = variants(message).flatMap(({ declarations }) => declarations.flatMap((line) => /^input (\w+)/.exec(line)?.[1] ?? []));
	const local = variants(message).flatMap(({ declarations }) => declarations.flatMap((line) => /^local (\w+)/.exec(line)?.[1] ?? []));
	const written = wordings(message).flatMap((words) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));
	return [...new Set([...declared, ...written])]
		.filter((name) => !local.includes(name))
		.sort()
		.join(', ');
}

/** Where two locales do not say the same things. */
export function faultsBetween(one: Catalogue, other: Catalogue): string[] {
	const faults: string[] = [];
	for (const [key, message] of one) {
		if (!other.has(key)) faults.push(`${key} is missing`);
		else if (inputs(message) !== inputs(other.get(key)))
			faults.push(`${key} takes {${inputs(message)}} here and {${inputs(other.get(key))}} there`);
	}
	for (const key of other.keys()) if (!one.has(key)) faults.push(`${key} is not in English`);
	return faults;
}

function missingClasses(locale: Locale, { declarations, selectors, match }: Variants): string[] {
	const counted = declarations.flatMap((line) => /^local (\w+) = \w+: plural/.exec(line)?.[1] ?? []);
	const classes = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
	const cases = Object.keys(match).map((line) =>
		Object.fromEntries(line.split(',').map((part) => part.trim().split('=') as [string, string]))
	);
	return selectors
		.filter((selector) => counted.includes(selector))
		.flatMap((selector) =>
			classes
				.filter((one) => !cases.some((held) => [one, '*', undefined].includes(held[selector])))
				.map((one) => `${selector}=${one}`)
		);
}

/** What is wrong with the messages of one locale by themselves. */
export function faultsWithin(locale: Locale, messages: Catalogue): string[] {
	return [...messages].flatMap(([key, message]) => {
		const faults = variants(message)
			.flatMap((one) => missingClasses(locale, one))
			.map((one) => `${key} lacks ${one}`);
		for (const words of wordings(message)) {
			if (words.trim() === '') faults.push(`${key} is empty`);
			if (words.includes('!') && !key.includes('motto')) faults.push(`${key} shouts: ${words}`);
		}
		return faults;
	});
}

/** The keys that sources ask for: `m.key` or `m['key']`. */
export function keysUsed(all: Source[]): Set<string> {
	const use = /\bm(?:\.([a-z]\w*)|\[['"](\w+)['"]\])/g;
	return new Set(all.flatMap(({ text }) => [...text.matchAll(use)].map(([, dotted, named]) => dotted ?? named ?? '')));
}
