import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { limits } from '#lib/model/practices/limits.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import { inReadersWords } from '#lib/model/practices/in-readers-words.ts';
import { wordsOf } from '#lib/model/search/words.ts';
import { authorize } from '../../access/authorize.ts';
import { homeNetwork } from '../../access/home.ts';
import { readNetworks } from '../../access/read-networks.ts';
import { askedOf } from '../../search/words/asked.ts';
import { similarity } from '../../search/words/alike.ts';
import { wordsMeant } from '../../search/words/meant.ts';
import { any } from '../../search/words/tsquery.ts';
import type { Services } from '../../services.ts';
import { visiblePublished } from '../visible.ts';

/** How many are told, how many are compared, and from how much likeness on a title is told of. */
const [most, compared, alikeEnough] = [5, 200, 0.3];
/** Letters from which on a title says something. */
const saysSomething = 4;

export interface SimilarPractice {
	href: string;
	/** As this reader is shown it. */
	title: string;
	/** Code. */
	city: string;
	/** Of the title. */
	lang: string;
}

interface Row extends Record<string, unknown> {
	slug: string;
	short_id: string;
	city: string;
	lang: string;
	title: string;
	english_title: string;
}

/**
 * Published entries of the actor's network whose titles are like this one, in their own language or in English, the most
 * similar first.
 * @throws Forbidden for anybody outside
 */
export async function similarPractices(
	{ db, sql: raw }: Services,
	{ actor, locale }: { actor: Actor; locale: string },
	title: string
): Promise<SimilarPractice[]> {
	const network = homeNetwork(actor);
	const person = authorize(actor, 'network.read', { network });
	const typed = bareWords(title.slice(0, limits.title));
	if (typed.replaceAll(' ', '').length < saysSomething) return [];
	const term = { exact: false, without: false };
	// The words that say something by themselves: any of them in a title makes it worth comparing, as typed or as it was meant.
	const { typed: words } = await askedOf(raw, { terms: [{ ...term, text: typed }] });
	const meant = await wordsMeant(raw, readNetworks(person), words, { alone: true });
	const asked = await Promise.all(words.map((text) => askedOf(raw, { terms: [{ ...term, text }] }, meant)));
	const match = any(asked.flatMap((one) => one.match ?? []));
	if (match === '') return [];
	const rows = await db.execute<Row>(sql`
		select practices.slug, practices.short_id, facets.city, facets.lang, facets.title, facets.english_title
		from search_entries said
			join practice_facets facets on facets.practice_id = said.subject_id
			join practices on practices.id = said.subject_id
		where said.kind = 'practice' and said.network_id = ${network} and said.words @@ ${match}::tsquery
			and facets.network_id = ${network} and practices.state = 'published' and ${visiblePublished(person)}
		order by ts_rank('{0, 0, 0, 1}'::float4[], said.words, ${match}::tsquery) desc, said.at desc limit ${compared}::int`);
	return rows
		.map((row) => ({ row, alike: Math.max(...[row.title, row.english_title].map((one) => similarity(typed, bareWords(one)))) }))
		.filter(({ alike }) => alike >= alikeEnough)
		.sort((a, b) => b.alike - a.alike)
		.slice(0, most)
		.map(({ row: { slug, short_id: shortId, city, english_title: englishTitle, ...said } }) => {
			const shown = inReadersWords({ ...said, pitch: '', englishTitle, englishPitch: '' }, locale);
			return { href: hrefOfPractice({ slug, shortId }), title: shown.title, city, lang: shown.lang };
		});
}

/** A title as it is compared: its words without accents, one space between them. */
function bareWords(title: string): string {
	return wordsOf(title)
		.map(({ bare }) => bare)
		.join(' ');
}
