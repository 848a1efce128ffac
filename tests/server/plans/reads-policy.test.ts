import { planDraftStream } from '#lib/model/plans/plan.ts';
import { addRow } from '#lib/server/plans/rows/place.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { freezeVersion } from '#lib/server/plans/states.ts';
import { setServices } from '#lib/server/services.ts';
import { planDraftReads } from '../../plan-matrix.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madePdf } from '../../support/made-files.ts';
import { marked } from '../../support/marked.ts';
import { planPeople } from '../../support/plan-people.ts';
import { addressOfPlan, leavePlan } from '../../support/plans.ts';
import { expect, once, test } from '../../support/practices.ts';
import { commonWays, learnedAs, page, searchedFor, type Way } from '../../support/ways-to-learn.ts';
import { load as list } from '../../../src/routes/plans/+page.server.ts';
import { load as plan } from '../../../src/routes/plans/[city]/[slug]/+page.server.ts';
import { load as compared } from '../../../src/routes/plans/[city]/[slug]/compare/+page.server.ts';
import { load as history } from '../../../src/routes/plans/[city]/[slug]/history/+page.server.ts';
import { load as sectionHistory } from '../../../src/routes/plans/[city]/[slug]/history/[section]/+page.server.ts';
import { load as printed } from '../../../src/routes/plans/[city]/[slug]/print/+page.server.ts';
import { GET as citable } from '../../../src/routes/plans/[city]/[slug]/sections/+server.ts';
import { GET as section } from '../../../src/routes/plans/[city]/[slug]/sections/[shortId]/+server.ts';
import { load as talk } from '../../../src/routes/plans/[city]/[slug]/[talk=talk]/+page.server.ts';
import { load as versions } from '../../../src/routes/plans/[city]/[slug]/versions/[[number]]/+page.server.ts';

/** The short id of the section that says the words; known once the draft is made. */
let shortId = '';

/** A page below the plan's address. */
const below = (handler: unknown, place: string, more: { search?: string; params?: () => Record<string, string> } = {}): Way =>
	page(handler, ({ subject }) => {
		const [, city = '', slug = ''] = subject.split('/');
		const { search = '', params = () => ({}) } = more;
		return { path: `/plans/${city}/${slug}${place}`, search, params: { city, slug, ...params() } };
	});

const ways: Record<string, Way> = {
	...commonWays,
	plan: below(plan, ''),
	printed: below(printed, '/print'),
	'a section alone': below(section, '/sections/x', { search: '?n=2', params: () => ({ shortId }) }),
	'what can be cited': below(citable, '/sections', { search: '?citable' }),
	versions: below(versions, '/versions'),
	'one version': below(versions, '', { search: '?v=1', params: () => ({ number: '1' }) }),
	compared: below(compared, '/compare', { search: '?from=1&to=now' }),
	history: below(history, '/history'),
	'history of a section': below(sectionHistory, '/history/x', { search: '?from=1&to=2', params: () => ({ section: `s-${shortId}` }) }),
	talk: below(talk, '/talk', { params: () => ({ talk: 'talk' }) }),
	'talk of the draft': below(talk, '/draft', { params: () => ({ talk: 'draft' }) }),
	list: page(list, () => ({ path: '/plans' })),
	'search for its title': searchedFor('parade'),
	'search for its words': searchedFor('persimmon'),
	'search for a row': searchedFor('kumquats')
};

test(
	'a draft is learned of as the table says, by every page, list, search, count and line',
	{ timeout: 90_000 },
	async ({ services, ground }) => {
		const files = await fileDesk(services, { LIMITS: '100' });
		setServices(services);
		const { columns } = await planPeople(services, ground);
		const { ines, network } = ground;
		await learnedAs({
			services,
			ground,
			people: columns,
			files,
			table: planDraftReads,
			ways,
			async make() {
				const { id: file } = await files.upload(ines, network.id, 'Persimmon.pdf', madePdf());
				const { id } = await leavePlan(services, ground, 'Persimmon parade');
				const [vision] = await services.sql<{ id: string; short_id: string }[]>`
				select id, short_id from plan_sections where plan_id = ${id} and part = 'actions'`;
				const [own, short] = [vision?.id ?? '', vision?.short_id ?? ''];
				shortId = short;
				const link = { type: 'link', attrs: { href: `swing:file/${file}` } };
				const content = [{ type: 'text', text: 'Persimmon study', marks: [link] }];
				const doc = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'para1' }, content }] };
				await saveSection(services, ines, { ...once(), id: own, base: 1, title: 'Persimmon actions', doc });
				const row = { section: own, after: null, kind: 'action', values: { title: 'Plant kumquats' } };
				await addRow(services, ines, { ...once(), ...row });
				await freezeVersion(services, ines, { ...once(), id, name: 'First' });
				// Half a minute has passed since.
				await services.sql`update search_due set not_before = null`;
				const { city, slug } = await addressOfPlan(services, id);
				return { subject: `plans/${city}/${slug}/draft`, stream: planDraftStream(id), words: /persimmon|loquat/i, file };
			}
		});
	}
);

test('every way to a draft stands in the table', () => {
	expect(new Set(marked(planDraftReads).map(({ what }) => what))).toEqual(new Set(Object.keys(ways)));
});
