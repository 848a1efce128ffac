import { adoptionStream } from '#lib/model/adoptions/adoption.ts';
import { askOwner } from '#lib/server/adoptions/ask-owner.ts';
import { setServices } from '#lib/server/services.ts';
import { questionReads } from '../../adoption-matrix.ts';
import { leaveInParts, once, test } from '../../support/adoptions.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { adoptionPeople } from '../../support/practice-people.ts';
import { saying } from '../../support/saying.ts';
import { commonWays, learnedAs, page } from '../../support/ways-to-learn.ts';
import { load as entry } from '../../../src/routes/practices/[slug]/+page.server.ts';
import { load as pair } from '../../../src/routes/practices/[slug]/adoptions/[city]/+page.server.ts';

const slugIn = (subject: string) => subject.split('/')[1] ?? '';
const ways = {
	...commonWays,
	page: page(pair, ({ subject }) => ({ path: `/${subject}`, params: { slug: slugIn(subject), city: 'da' } })),
	entry: page(entry, ({ subject }) => ({ path: `/practices/${slugIn(subject)}`, params: { slug: slugIn(subject) } }))
};

test('what a city only asked is learned of as the table says', { timeout: 60_000 }, async ({ services, ground }) => {
	const files = await fileDesk(services, { LIMITS: '100' });
	setServices(services);
	const { columns } = await adoptionPeople(services, ground);
	await learnedAs({
		services,
		ground,
		people: columns,
		files,
		table: questionReads,
		ways,
		async make() {
			const practice = await leaveInParts(services, ground);
			const arturs = await ground.network.person('Artūrs', { city: 'da' });
			const { id } = await askOwner(services, arturs, {
				...once(),
				id: practice,
				city: 'da',
				doc: saying('The persimmons?'),
				lang: 'en'
			});
			const [row] = await services.sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${practice}`;
			return { subject: `practices/${row?.at}/adoptions/da`, stream: adoptionStream(id), words: /persimmon|loquat/i };
		}
	});
});
