import { and, eq, inArray, sql } from 'drizzle-orm';
import { textOf } from '#lib/model/documents/text-map.ts';
import { textFields } from '#lib/model/practices/fields.ts';
import { titleInReadersWords } from '#lib/model/practices/in-readers-words.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import { emptyValues, type PracticeValues } from '#lib/model/practices/values.ts';
import type { Localized } from '#lib/model/localized.ts';
import { partners } from '../db/schema/networks.ts';
import { practiceRevisions, practices } from '../db/schema/practices.ts';
import type { Said, SearchSource } from '../search/source.ts';
import { inItsLanguages } from '../search/localized-words.ts';
import { visiblePublished } from './visible.ts';

interface Row {
	id: string;
	network_id: string;
	city: string;
	begun_by: string;
	changed_at: Date;
	content: PracticeValues;
	city_name: Localized;
	themes: Localized[] | null;
}

/** Published entries by everything that they say. Drafts are in no index: of them nobody else learns a word. */
export const practiceSource: SearchSource = {
	kind: 'practice',
	lasting: true,
	events: ['practice.published', 'practice.archived', 'practice.reopened'],
	all: 'select id from practices where published_n is not null',

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select practices.id, practices.network_id, partners.code as city, partners.name as city_name, practices.begun_by,
				practices.changed_at, said.content,
				(select jsonb_agg(themes.name) from themes where themes.network_id = practices.network_id
					and said.content -> 'themes' ? themes.slug) as themes
			from practices join partners on partners.id = practices.partner_id
				join practice_revisions said on said.practice_id = practices.id and said.n = practices.published_n
			where practices.id = any(${subjects}::uuid[]) and practices.state = 'published'`;
		return rows.map(({ id, network_id, city, begun_by, changed_at, content, city_name, themes }) => {
			const values = { ...emptyValues, ...content };
			return {
				subject: id,
				network: network_id,
				city,
				person: begun_by,
				lang: values.lang,
				at: changed_at,
				open: true,
				texts: [
					...wordsOf(values),
					...inItsLanguages(city_name, 'B'),
					...(themes ?? []).flatMap((theme) => inItsLanguages(theme, 'B'))
				]
			};
		});
	},

	visible: ({ actor }) =>
		sql`exists (select from practices where practices.id = found.subject_id and practices.state = 'published' and ${visiblePublished(actor)})`,

	async present({ db }, { actor, locale }, subjects) {
		const rows = await db
			.select({ practice: practices, city: partners.code, values: practiceRevisions.values })
			.from(practices)
			.innerJoin(partners, eq(partners.id, practices.partnerId))
			.innerJoin(
				practiceRevisions,
				and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, practices.publishedN))
			)
			.where(and(inArray(practices.id, subjects), eq(practices.state, 'published'), visiblePublished(actor)));
		return new Map(
			rows.map(({ practice, city, values: said }) => {
				const values = { ...emptyValues, ...said };
				const { title, pitch, summary } = values;
				const { id, form } = practice;
				return [
					id,
					{
						kind: 'practice',
						id,
						href: hrefOfPractice(practice),
						city,
						form,
						...titleInReadersWords(values, locale),
						name: title,
						text: [title, pitch, summary ? textOf(summary) : ''].join('\n')
					}
				];
			})
		);
	},

	// There may be thousands: they are found by their words.
	offered: null
};

function wordsOf(values: PracticeValues): Said[] {
	const { lang, title, pitch, englishTitle, englishPitch, tags, evidence, modules, place, funding, links, videos } = values;
	const lines = [
		place,
		funding,
		...evidence.flatMap(({ what, source }) => [what, source]),
		...modules.flatMap((part) => [part.title, part.text]),
		...links.map(({ label }) => label),
		...videos.map((video) => video.title)
	];
	const texts = textFields.filter((field) => field !== 'englishSummary').map((field) => values[field]);
	const english = [englishPitch, values.englishSummary ? textOf(values.englishSummary) : ''];
	const said: Said[] = [
		{ text: title, lang, weight: 'A' },
		{ text: englishTitle, lang: 'en', weight: 'A' },
		{ text: pitch, lang, weight: 'B' },
		{ text: tags.join('\n'), lang, weight: 'B' },
		{ text: [...texts.map((doc) => (doc ? textOf(doc) : '')), ...lines].join('\n'), lang, weight: 'D' },
		{ text: english.join('\n'), lang: 'en', weight: 'D' }
	];
	return said.filter(({ text }) => text.trim() !== '');
}
