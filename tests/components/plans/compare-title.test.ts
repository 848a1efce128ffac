import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { VersionHead } from '#lib/model/plans/version.ts';
import Compared from '../../../src/routes/plans/[city]/[slug]/compare/+page.svelte';
import { readBy } from '../../support/reader.ts';

const version: VersionHead = { number: 3, name: '', kind: 'opened', by: null, at: '2026-03-02T10:00:00.000Z', declaration: null };

for (const [to, title] of [
	[null, 'Version 3 compared with what stands now'],
	[{ ...version, number: 5 }, 'Version 3 compared with version 5']
] as const)
	test(`a comparison is called “${title}”`, () => {
		const plan = { citySlug: 'coimbra', slug: 'makers', title: 'Makers', lang: 'pt' };
		const compared = { from: version, to, sections: [], renamed: null };
		const data = { plan, versions: [version], compared, from: 3, to: to?.number ?? 'now' };
		render(Compared, { props: { data } as never, context: readBy({ cities: [] }) });
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(title);
		expect(document.title).toMatch(title);
	});
