import { and, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import { entryColumns, presentEntry } from '../entry-rows.ts';
import { notifications } from '../../db/schema/notifications.ts';
import { parse } from '../../platform/parse.ts';
import type { Services } from '../../services.ts';
import { cardsOf, visibleNotifications } from './items.ts';

const wanted = z.array(z.uuid()).max(100);

/** What these of a person's notifications are shown from now; those that are not theirs to see are left out. @throws Invalid */
export async function cardsById({ db }: Services, person: Person, locale: string, raw: unknown): Promise<Record<string, Card>> {
	const ids = parse(wanted, raw);
	const rows = await db
		.select(entryColumns)
		.from(notifications)
		.where(and(visibleNotifications(person), sql`notifications.id = any(${sql.param(ids)}::uuid[])`));
	return cardsOf(db, person, locale, rows.map(presentEntry));
}
