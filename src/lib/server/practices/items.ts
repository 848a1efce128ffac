import { sql } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { isPracticeField } from '#lib/model/practices/fields.ts';
import { inReadableStream } from '../access/readable-streams.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { NotificationItems } from '../notifications/inbox/items.ts';
import { actCards } from '../threads/act-cards.ts';
import { postCards } from '../threads/post-cards.ts';
import { fieldName } from '#lib/i18n/practice-fields.ts';

/** What entries and their drafts tell the inbox: what is said in their discussions, and what is asked and decided. */
export const practiceItems: readonly NotificationItems[] = ['practice', 'practice-draft'].map((kind) => ({
	kind,
	visible: (person: Person) => inReadableStream(person, sql`notifications.stream`),
	cards
}));

interface Row extends Record<string, unknown> {
	id: string;
	name: string;
	payload: { field?: string; fields?: string[] } | null;
}

async function cards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	const rows = await db.execute<Row>(sql`
		select told.id, events.name, events.payload
		from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as told(id uuid, stream text, seq bigint)
			join events on events.stream = told.stream and events.seq = told.seq
		where events.name like 'practice.%'`);
	const acts = new Map(rows.map((row) => [row.id, row]));
	const { told = [], said = [] } = Object.groupBy(entries, ({ id }) => (acts.has(id) ? 'told' : 'said'));
	const speaks = isLocale(locale) ? locale : baseLocale;
	const shown = await actCards(db, person, locale, told, ({ id }, who) => {
		const act = acts.get(id);
		return act ? { says: sentence(act, who, speaks) } : null;
	});
	return [...shown, ...(await postCards(db, person, locale, said))];
}

function sentence({ name, payload }: Row, by: string | undefined, locale: 'en' | 'lv'): string {
	const said = { locale };
	const who = by ?? m.email_somebody({}, said);
	const fields = [payload?.field, ...(payload?.fields ?? [])].flatMap((one) =>
		one && isPracticeField(one) ? [fieldName(one, locale)] : []
	);
	const field = new Intl.ListFormat(locale).format(fields.map((one) => m.practices_quoted({ name: one }, said)));
	switch (name) {
		case 'practice.submitted':
			return m.practices_told_submitted({ who }, said);
		case 'practice.returned':
			return m.practices_told_returned({ who }, said);
		case 'practice.approved':
			return m.practices_told_approved({ who }, said);
		case 'practice.asked':
			return m.practices_told_asked({ who, field }, said);
		case 'practice.told':
			return m.practices_told_told({ who, field }, said);
		default:
			return m.practices_told_published({ who }, said);
	}
}
