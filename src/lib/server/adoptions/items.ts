import { sql } from 'drizzle-orm';
import { formatter } from '#lib/i18n/format.ts';
import { baseLocale, isLocale, type Locale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import { stageName } from '#lib/i18n/adoption-stages.ts';
import { fieldName } from '#lib/i18n/practice-fields.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { adoptionStream } from '#lib/model/adoptions/adoption.ts';
import type { Stage } from '#lib/model/adoptions/stages.ts';
import { spoken, type Localized } from '#lib/model/localized.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { practiceFields } from '#lib/model/practices/fields.ts';
import { inReadableStream } from '../access/readable-streams.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { NotificationItems } from '../notifications/inbox/items.ts';
import { revisionOf } from '../practices/find.ts';
import { actCards } from '../threads/act-cards.ts';
import { postCards } from '../threads/post-cards.ts';

/** What a pair tells the inbox: how far the other city is, what is new in the practice, and what the two say to each other. */
export const pairItems: NotificationItems = {
	kind: 'adoption',
	// Also of what stands in the practice's stream only the pair is told.
	visible: (person) => inReadableStream(person, sql`(${adoptionStream('')} || notifications.item_id)`),
	cards
};

/** One of what is told, and the pair as it is now. */
interface Row extends Record<string, unknown> {
	id: string;
	/** Null where it is no act of an adoption: a reminder, or something that was said. */
	name: string | null;
	payload: { stage?: Stage; publication?: number } | null;
	practice: string;
	city: Localized;
	owner: Localized;
	news_at: string;
	/** The revisions between which a publication differs from the one before. */
	before: number | null;
	after: number | null;
}

async function cards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	const rows = await db.execute<Row>(sql`
		select told.id, events.name, events.payload, adoptions.practice_id as practice, city.name as city, owner.name as owner,
			adoptions.news_at, former.n as before, publication.n as after
		from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as told(id uuid, item jsonb, stream text, seq bigint)
			join adoptions on adoptions.id = (told.item ->> 'id')::uuid
			join practices on practices.id = adoptions.practice_id
			join partners city on city.id = adoptions.partner_id
			join partners owner on owner.id = practices.partner_id
			left join events on events.stream = told.stream and events.seq = told.seq and events.name like 'adoption.%'
			left join practice_publications publication on publication.practice_id = practices.id
				and publication.number = (events.payload ->> 'publication')::int
			left join practice_publications former on former.practice_id = practices.id and former.number = publication.number - 1`);
	const about = new Map(rows.map((row) => [row.id, row]));
	const [acts, said] = [
		entries.filter(({ id, kind }) => kind === 'reminder' || about.get(id)?.name),
		entries.filter(({ id, kind }) => kind !== 'reminder' && !about.get(id)?.name)
	];
	const speaks = isLocale(locale) ? locale : baseLocale;
	const posts = await postCards(db, person, locale, said);
	const questions = new Set(said.filter(({ kind }) => kind === 'assignment').map(({ id }) => id));
	const asked = posts.map((card): Card => {
		const row = about.get(card.id);
		return questions.has(card.id) && row ? { ...card, says: asks(row, card.who?.name, speaks) } : card;
	});
	const shown = await actCards(db, person, locale, acts, async ({ id }, who) => {
		const row = about.get(id);
		return row ? { says: row.name ? await sentence(db, row, who, speaks) : quiet(row, person, speaks) } : null;
	});
	return [...shown, ...asked];
}

function asks({ owner }: Row, who: string | undefined, locale: Locale): string {
	return m.adoptions_told_asks({ who: who ?? m.email_somebody({}, { locale }), city: spoken(owner, locale) }, { locale });
}

function quiet({ news_at }: Row, { timeZone }: Person, locale: Locale): string {
	return m.adoptions_quiet({ date: formatter(locale, timeZone).date(new Date(news_at)) }, { locale });
}

async function sentence(db: Database | Transaction, row: Row, by: string | undefined, locale: Locale): Promise<string> {
	const said = { locale };
	const who = by ?? m.email_somebody({}, said);
	const city = spoken(row.city, locale);
	switch (row.name) {
		case 'adoption.marked':
			return m.adoptions_told_marked({ city }, said);
		case 'adoption.moved':
			return m.adoptions_told_moved({ city, stage: stageName(row.payload?.stage ?? 'interested', locale) }, said);
		case 'adoption.stopped':
			return m.adoptions_told_stopped({ city }, said);
		default: {
			const fields = await changedIn(db, row, locale);
			return fields === '' ? m.adoptions_told_revised({ who }, said) : m.adoptions_told_revised_fields({ who, fields }, said);
		}
	}
}

/** What a publication says otherwise than the one before, by the names of its fields. */
async function changedIn(db: Database | Transaction, { practice, before, after }: Row, locale: Locale): Promise<string> {
	if (before === null || after === null) return '';
	const [former, now] = await Promise.all([revisionOf(db, practice, before), revisionOf(db, practice, after)]);
	const changed = practiceFields.filter((field) => JSON.stringify(former[field]) !== JSON.stringify(now[field]));
	return new Intl.ListFormat(locale).format(changed.map((field) => m.practices_quoted({ name: fieldName(field, locale) }, { locale })));
}
