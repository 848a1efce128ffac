import { draftStream } from '#lib/model/practices/practice.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { setServices } from '#lib/server/services.ts';
import { changeReads, draftReads } from '../../practice-matrix.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madePdf } from '../../support/made-files.ts';
import { marked } from '../../support/marked.ts';
import { practicePeople } from '../../support/practice-people.ts';
import { expect, leaveDraft, leavePublished, little, once, test, type PracticeGround, type TestServices } from '../../support/practices.ts';
import { commonWays, learnedAs, page, searchedFor, type Way } from '../../support/ways-to-learn.ts';
import { load as list } from '../../../src/routes/practices/+page.server.ts';
import { load as entry } from '../../../src/routes/practices/[slug]/+page.server.ts';
import { load as adoption } from '../../../src/routes/practices/[slug]/adoptions/[city]/+page.server.ts';
import { load as draft } from '../../../src/routes/practices/[slug]/draft/+page.server.ts';
import { load as form } from '../../../src/routes/practices/[slug]/edit/+page.server.ts';
import { load as history } from '../../../src/routes/practices/[slug]/history/+page.server.ts';
import { GET as exported } from '../../../src/routes/practices/export/+server.ts';
import { GET as similar } from '../../../src/routes/practices/similar/+server.ts';

/** A page below the entry's address. */
const below = (handler: unknown, place: string, more: { search?: string; params?: Record<string, string> } = {}): Way =>
	page(handler, ({ subject }) => {
		const slug = subject.split('/')[1] ?? '';
		return { path: `/practices/${slug}${place}`, ...more, params: { slug, ...more.params } };
	});

const ways: Record<string, Way> = {
	...commonWays,
	entry: below(entry, ''),
	draft: below(draft, '/draft'),
	form: below(form, '/edit'),
	history: below(history, '/history'),
	'one revision': below(history, '/history', { search: '?from=1&to=2' }),
	adoptions: below(adoption, '/adoptions/da', { params: { city: 'da' } }),
	list: page(list, () => ({ path: '/practices' })),
	export: page(exported, () => ({ path: '/practices/export', search: '?as=json' })),
	similar: page(similar, () => ({ path: '/practices/similar', search: '?title=Persimmon+parade' })),
	'search for its title': searchedFor('persimmon')
};

async function asTheTableSays(
	services: TestServices,
	ground: PracticeGround,
	{ table, make }: { table: string; make(file: string): Promise<string> }
): Promise<void> {
	const files = await fileDesk(services, { LIMITS: '100' });
	setServices(services);
	const { columns } = await practicePeople(services, ground);
	await learnedAs({
		services,
		ground,
		people: columns,
		files,
		table,
		ways,
		async make() {
			const { id: file } = await files.upload(ground.ines, ground.network.id, 'Persimmon.pdf', madePdf());
			const id = await make(file);
			const [row] = await services.sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`;
			return { subject: `practices/${row?.at}/draft`, stream: draftStream(id), words: /persimmon|loquat/i, file };
		}
	});
}

test('a draft is learned of as the table says, by every page, list, search, count and line', { timeout: 60_000 }, ({ services, ground }) =>
	asTheTableSays(services, ground, {
		table: draftReads,
		async make(file) {
			const id = await leaveDraft(services, ground, little('Persimmon parade'));
			await savePractice(services, ground.ines, { ...once(), id, base: 1, values: { files: [{ id: file }] } });
			return id;
		}
	})
);

test('so is what was changed behind a published entry', { timeout: 60_000 }, ({ services, ground }) =>
	asTheTableSays(services, ground, {
		table: changeReads,
		async make(file) {
			const id = await leavePublished(services, ground);
			const values = { pitch: 'Persimmons march.', title: 'Persimmon parade', files: [{ id: file }] };
			await savePractice(services, ground.ines, { ...once(), id, base: 1, values });
			return id;
		}
	})
);

test('every way to a draft stands in the table', () => {
	expect(new Set(marked(draftReads).map(({ what }) => what))).toEqual(new Set(Object.keys(ways)));
});
