import { and, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Person } from '#lib/model/access/actor.ts';
import { changeEntries } from '../change-entries.ts';
import { entryColumns, presentEntry } from '../entry-rows.ts';
import { notifications } from '../../db/schema/notifications.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Services } from '../../services.ts';
import { cardsOf, visibleNotifications } from './items.ts';

/** Where a notification leads to; who goes there has read it. @throws NotFound */
export async function openPlace(services: Services, person: Person, id: string): Promise<string> {
	const { db } = services;
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const which = and(visibleNotifications(person), sql`notifications.id = ${id}`);
	const [row] = await db.select(entryColumns).from(notifications).where(which);
	const card = row && (await cardsOf(db, person, person.locale, [presentEntry(row)]))[id];
	if (!card) throw new NotFound();
	await changeEntries(services, person.id, 'read', which);
	return card.href;
}
