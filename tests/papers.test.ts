import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root, sources, type Source } from './support/sources.ts';

const papers = sources('*.md', 'docs/**/*.md');
const decisions = sources('docs/decisions/[0-9]*.md');

/** Where a paper points to inside the repository. */
function linksOf({ text }: Source): string[] {
	return [...text.matchAll(/\]\(([^)#\s]+)/g)].flatMap(([, link]) => (link && !/^[a-z]+:/.test(link) ? [link] : []));
}

test('the README is one page', () => {
	const [readme] = papers.filter(({ path }) => path === 'README.md');
	expect(Buffer.byteLength(readme?.text ?? '')).toBeGreaterThan(1000);
	expect(Buffer.byteLength(readme?.text ?? '')).toBeLessThanOrEqual(6000);
});

test('every link of a paper leads to a file', () => {
	const broken = papers.flatMap((paper) =>
		linksOf(paper)
			.filter((link) => !existsSync(join(root, dirname(paper.path), link)))
			.map((link) => `${paper.path}: ${link}`)
	);
	expect(broken).toEqual([]);
});

test('every decision has its date and its parts, and stands in the index', () => {
	const form =
		/^# \d{3}\. .+\n\n\d{4}-\d\d-\d\d\n\n\*\*Context\.\*\* .+\n\n\*\*Decision\.\*\* .+\n\n\*\*Consequence\.\*\* .+\n\n\*\*Superseded by:\*\* .+\n$/;
	expect(decisions.length).toBeGreaterThan(50);
	expect(decisions.filter(({ text }) => !form.test(text)).map(({ path }) => path)).toEqual([]);
	const [index] = papers.filter(({ path }) => path === 'docs/decisions/README.md');
	const listed = index ? linksOf(index).filter((link) => /^\d{3}-/.test(link)) : [];
	expect([...new Set(listed)].sort()).toEqual(decisions.map(({ path }) => path.slice('docs/decisions/'.length)).sort());
});

test('the code that a paper shows of a file is the file as it is', () => {
	const shown = papers.flatMap(({ text }) => [...text.matchAll(/^```ts\n\/\/ (tests\/\S+)\n([^]*?)^```$/gm)]);
	expect(shown.length).toBeGreaterThan(3);
	for (const [, path = '', code] of shown) expect(code, path).toBe(readFileSync(join(root, path), 'utf8'));
});

test('the glossary is in order', () => {
	const [glossary] = sources('docs/glossary.md');
	const words = [...(glossary?.text.matchAll(/^\| (?!word \|)([^|-]+) \|/gm) ?? [])].map(([, word]) => word?.toLowerCase());
	expect(words.length).toBeGreaterThan(30);
	expect(words).toEqual([...words].sort());
});
