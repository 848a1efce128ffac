import { sql } from 'drizzle-orm';
import { formatter } from '#lib/i18n/format.ts';
import { baseLocale, isLocale, type Locale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { hrefOfVersion } from '#lib/model/plans/version.ts';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import { inReadableStream } from '../access/readable-streams.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { NotificationItems } from '../notifications/inbox/items.ts';
import { actCards } from '../threads/act-cards.ts';
import { postCards } from '../threads/post-cards.ts';
import { slugOfPlan } from './search/slug-of-plan.ts';

/** What plans and their drafts tell the inbox: what is said of them, what is asked, frozen and adopted, and who may write. */
export const planItems: readonly NotificationItems[] = ['plan', 'plan-draft'].map((kind) => ({
	kind,
	visible: (person: Person) => inReadableStream(person, sql`notifications.stream`),
	cards
}));

/** One of what is told, and the plan as it is now. */
interface Row extends Record<string, unknown> {
	id: string;
	/** Null where it is no act on a plan: a reminder, or something that was said. */
	name: string | null;
	payload: { version?: number; name?: string } | null;
	title: string;
	question: string | null;
	ends_on: string | null;
	city_slug: string;
	slug: string;
	/** The section or the row that it is about. */
	section: string | null;
	row: string | null;
	/** Null where it is hidden. */
	section_title: string | null;
	reason: string | null;
}

async function cards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	const rows = await db.execute<Row>(sql`
		select told.id, events.name, events.payload, plans.title, plans.question, plans.ends_on::text, partners.slug as city_slug,
			${slugOfPlan} as slug, section.short_id as section, its.short_id as row, coalesce(section.hidden_reason, its.hidden_reason) as reason,
			case when section.hidden_at is null then said.title end as section_title
		from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as told(id uuid, item jsonb, stream text, seq bigint)
			join plans on plans.id = (told.item ->> 'id')::uuid join partners on partners.id = plans.partner_id
			left join events on events.stream = told.stream and events.seq = told.seq and events.name ~ '^(plan|section|row|version|audience)[.]'
			left join plan_sections section on events.name like 'section.%' and section.id = (events.payload ->> 'id')::uuid
			left join section_revisions said on said.section_id = section.id and said.n = section.n
			left join plan_rows its on events.name like 'row.%' and its.id = (events.payload ->> 'id')::uuid`);
	const about = new Map(rows.map((row) => [row.id, row]));
	const isAct = ({ id, kind }: Entry) => kind === 'reminder' || Boolean(about.get(id)?.name);
	const acts = entries.filter(isAct);
	const speaks = isLocale(locale) ? locale : baseLocale;
	const reminders = new Set(acts.filter(({ kind }) => kind === 'reminder').map(({ id }) => id));
	const shown = await actCards(db, person, locale, acts, ({ id }, who) => {
		const row = about.get(id);
		return row ? { says: reminders.has(id) ? ends(row, person, speaks) : sentence(row, who, person, speaks) } : null;
	});
	const said = await postCards(
		db,
		person,
		locale,
		entries.filter((entry) => !isAct(entry))
	);
	return [...shown.map((card) => placed(card, about.get(card.id))), ...said];
}

/** Leads to the very place rather than to the talk about it. */
function placed(card: Card, row: Row | undefined): Card {
	if (!row) return card;
	const at = { citySlug: row.city_slug, slug: row.slug };
	const plan = hrefOfPlan(at);
	const { section, name } = row;
	const told = row.payload?.version;
	const because = name?.endsWith('.hidden') ? row.reason : null;
	if (name === 'section.given' && section !== null) return { ...card, href: `${plan}#${anchorOfSection({ shortId: section })}` };
	if (section !== null) return { ...card, because, href: `${plan}/history/s-${section}` };
	if (row.row !== null) return { ...card, because, href: `${plan}/history/r-${row.row}` };
	return { ...card, href: told === undefined ? plan : hrefOfVersion(at, told) };
}

function ends({ ends_on }: Row, { timeZone }: Person, locale: Locale): string {
	return m.plans_told_ends({ date: ends_on === null ? '' : formatter(locale, timeZone).date(ends_on) }, { locale });
}

function sentence(
	{ name, payload, question, ends_on, section_title }: Row,
	by: string | undefined,
	{ timeZone }: Person,
	locale: Locale
): string {
	const said = { locale };
	const who = by ?? m.email_somebody({}, said);
	switch (name) {
		case 'plan.opened':
		case 'plan.asked': {
			const date = ends_on === null ? '' : formatter(locale, timeZone).date(ends_on);
			return m.plans_told_asked({ who, question: question ?? '', date }, said);
		}
		case 'plan.revised':
			return m.plans_told_revised({ who }, said);
		case 'plan.adopted':
			return m.plans_told_adopted({ who }, said);
		case 'version.frozen':
			return m.plans_told_frozen({ who, name: payload?.name ?? '' }, said);
		case 'section.given':
			return section_title === null
				? m.plans_told_given({ who }, said)
				: m.plans_told_given_named({ who, title: section_title }, said);
		case 'section.hidden':
			return m.plans_told_section_hidden({ who }, said);
		case 'section.restored':
			return m.plans_told_section_restored({ who }, said);
		case 'row.hidden':
			return m.plans_told_row_hidden({ who }, said);
		case 'row.restored':
			return m.plans_told_row_restored({ who }, said);
		default:
			return m.plans_told_invited({ who }, said);
	}
}
