import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import VersionPage from '#lib/components/plans/versions/VersionPage.svelte';
import VersionsPage from '#lib/components/plans/versions/VersionsPage.svelte';
import { nothingCited } from '#lib/model/plans/cited.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { VersionHead } from '#lib/model/plans/version.ts';
import Printed from '../../../src/routes/plans/[city]/[slug]/print/+page.svelte';
import { readBy } from '../../support/reader.ts';

const context = readBy({ cities: [] });
const at = '2026-03-02T10:00:00.000Z';
const plan: PlanHead = {
	id: 'p',
	network: 'n',
	city: 'co',
	citySlug: 'coimbra',
	slug: 'makers',
	title: 'Makers',
	lang: 'pt',
	horizon: { from: null, to: null },
	contact: null,
	cover: null,
	state: 'adopted',
	implementing: false,
	consultation: null,
	invited: [],
	openedAt: at,
	changedAt: at,
	illustrative: true
};
const version: VersionHead = { number: 1, name: '', kind: 'opened', by: 'Inês', at, declaration: null };

const pages: [string, (plan: PlanHead) => unknown][] = [
	[
		'A version',
		(plan) => {
			const data = { plan, version, outline: [], sections: [], rows: [], cited: nothingCited, names: {}, calledNow: plan.title };
			return render(VersionPage, { props: { data }, context });
		}
	],
	['The list of versions', (plan) => render(VersionsPage, { props: { data: { plan, versions: [version] } }, context })],
	[
		'The printed plan',
		(plan) => {
			const data = { plan, outline: [], sections: [], rows: [], cited: nothingCited, contacts: [] };
			return render(Printed, { props: { data } as never, context });
		}
	]
];

for (const [what, show] of pages)
	test(`${what} says of a plan that all of it was made up, and of no other`, () => {
		show(plan);
		expect(screen.getByText('Illustrative')).toBeVisible();
		document.body.replaceChildren();
		show({ ...plan, illustrative: false });
		expect(screen.queryByText('Illustrative')).toBeNull();
	});
