import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import SectionDocument from '#lib/components/plans/read/SectionDocument.svelte';
import { headerScopes } from '#lib/components/plans/read/header-scopes.ts';
import { headingLevels } from '#lib/components/plans/read/heading-levels.ts';
import type { SectionBlock, SectionInline, SectionMark, SectionTable } from '#lib/model/documents/section-doc.ts';
import type { CitedInPlan } from '#lib/model/plans/cited.ts';
import { readBy } from '../../support/reader.ts';

const practice = '0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b';
const words = (text: string, ...marks: SectionMark[]): SectionInline => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
const link = (href: string): SectionMark => ({ type: 'link', attrs: { href } });
const paragraph = (id: string, ...content: SectionInline[]): SectionBlock => ({ type: 'paragraph', attrs: { id }, content });
const heading = (id: string, level: 1 | 2 | 3): SectionBlock => ({ type: 'heading', attrs: { id, level }, content: [words(id)] });

function show(content: SectionBlock[], cited: CitedInPlan = { practices: {}, files: {} }): void {
	render(SectionDocument, { props: { doc: { type: 'doc', content }, lang: 'lv', name: 'abcdefgh', cited }, context: readBy() });
}

test('footnotes are numbered as they are read, stand at the end, and lead there and back', () => {
	const note = (id: string, text: string): SectionInline => ({ type: 'footnote', attrs: { id, text } });
	show([paragraph('p001', words('One'), note('n001', 'First.')), paragraph('p002', note('n002', 'See https://example.org/x.'))]);
	const calls = screen.getAllByRole('doc-noteref');
	expect(calls.map((call) => [call.textContent, call.getAttribute('href')])).toEqual([
		['1', '#n-abcdefgh-n001'],
		['2', '#n-abcdefgh-n002']
	]);
	const [first, second] = within(screen.getByRole('list')).getAllByRole('listitem');
	expect(first?.id).toBe('n-abcdefgh-n001');
	expect(
		within(first as HTMLElement)
			.getByRole('doc-backlink')
			.getAttribute('href')
	).toBe('#c-abcdefgh-n001');
	expect(
		within(second as HTMLElement)
			.getByRole('link')
			.getAttribute('href')
	).toBe('https://example.org/x');
	expect(calls[0]?.id).toBe('c-abcdefgh-n001');
});

test('headings stand below the title of the section, and none skips a level', () => {
	const blocks = [heading('h001', 3), heading('h002', 3), heading('h003', 1), heading('h004', 3)];
	expect([...headingLevels(blocks).values()]).toEqual([3, 4, 3, 4]);
	show(blocks);
	expect(screen.getAllByRole('heading').map(({ tagName }) => tagName)).toEqual(['H3', 'H4', 'H3', 'H4']);
});

test('what is cited leads there as far as its reader may see it; else its words stand alone', () => {
	const other = practice.replace('0b', '1c');
	show(
		[
			paragraph(
				'p001',
				words('seen', link(`swing:practice/${practice}`)),
				words(' '),
				words('unseen', link(`swing:practice/${other}`))
			)
		],
		{
			practices: { [practice]: { href: '/practices/otters-abcdefgh', title: 'Otters' } },
			files: {}
		}
	);
	const links = screen.getAllByRole('link');
	expect(links.map((one) => [one.textContent, one.getAttribute('href')])).toEqual([['seen', '/practices/otters-abcdefgh']]);
	expect(screen.getByText(/unseen/)).toBeTruthy();
});

test('a header cell speaks for its column in a row of headers, else for its row', () => {
	const cell = (id: string, type: 'tableCell' | 'tableHeader', colspan = 1) => ({
		type,
		attrs: { id, colspan, rowspan: 1 },
		content: [{ type: 'paragraph' as const, attrs: { id: `${id}p` }, content: [words(id)] }]
	});
	const table: SectionTable = {
		type: 'table',
		attrs: { id: 't001' },
		content: [
			{ type: 'tableRow', attrs: { id: 'r001' }, content: [cell('year', 'tableHeader'), cell('both', 'tableHeader', 2)] },
			{
				type: 'tableRow',
				attrs: { id: 'r002' },
				content: [cell('y2017', 'tableHeader'), cell('firms', 'tableCell'), cell('people', 'tableCell')]
			}
		]
	};
	expect([...headerScopes(table)].map(([{ attrs }, scope]) => [attrs.id, scope])).toEqual([
		['year', 'col'],
		['both', 'colgroup'],
		['y2017', 'row']
	]);
	show([table]);
	expect(screen.getByRole('region').getAttribute('tabindex')).toBe('0');
	expect(screen.getByRole('rowheader').textContent?.trim()).toBe('y2017');
});

test('a picture that nobody has described says so, one that is gone too', () => {
	const file = practice;
	const picture = (id: string, alt: string | null): SectionBlock => ({ type: 'picture', attrs: { id, file, alt, caption: 'Pier' } });
	show([picture('i001', null)]);
	expect(screen.queryByRole('img')).toBeNull();
	expect(screen.getByText('This picture is no longer there.')).toBeTruthy();
	show([picture('i002', null)], {
		practices: {},
		files: { [file]: { id: file, name: 'pier.jpg', kind: 'picture', type: 'image/jpeg', size: 1, width: 800, height: 600 } }
	});
	expect(screen.getByRole('img').getAttribute('alt')).toBe('Picture that nobody has described yet: pier.jpg');
});
