import { and, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Marked } from '#lib/model/notifications/commands.ts';
import { repeatable } from '../../commands/command.ts';
import { changeEntries, type Change } from '../change-entries.ts';
import { authorize } from '../../access/authorize.ts';
import { Forbidden, NotFound } from '../../platform/errors.ts';
import type { Services } from '../../services.ts';
import { visibleNotifications } from './items.ts';

const these = z.object({ ids: z.array(z.uuid()).min(1).max(500) });
/** All that a view holds of an item and that had arrived by a certain place: what came since is not meant. */
const allOf = z.object({
	view: z.enum(['waiting', 'informing']),
	item: z.object({ kind: z.string().max(100), id: z.uuid() }),
	upTo: z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
});

/** Somebody has seen what they were told of. @throws Forbidden, NotFound, Invalid */
export const readNotifications = repeatable({
	input: these,
	run: (services, actor, { ids }): Promise<Marked> => mark(services, actor, 'read', among(ids), true)
});

/** What was told is dealt with: these, or all of an item. @throws Forbidden, NotFound, Invalid */
export const finishNotifications = repeatable({
	input: z.union([these, allOf]),
	async run(services, actor, wanted): Promise<Marked> {
		if ('ids' in wanted) return mark(services, actor, 'done', among(wanted.ids), true);
		const { view, item, upTo } = wanted;
		const its = sql`item_kind = ${item.kind} and item_id = ${item.id} and arrived <= ${upTo} and waits = ${view === 'waiting'}`;
		return mark(services, actor, 'done', its, false);
	}
});

/** It is not dealt with after all. @throws Forbidden, NotFound, Invalid */
export const bringBackNotifications = repeatable({
	input: these,
	run: (services, actor, { ids }): Promise<Marked> => mark(services, actor, 'undone', among(ids), true)
});

async function mark(services: Services, actor: Actor, change: Change, which: SQL, named: boolean): Promise<Marked> {
	if (actor.kind === 'visitor') throw new Forbidden();
	const person = authorize(actor, 'inbox.read', { personId: actor.id });
	const ids = await changeEntries(services, person.id, change, and(visibleNotifications(person), which));
	if (named && ids.length === 0 && !(await anyOf(services, and(visibleNotifications(person), which)))) throw new NotFound();
	return { ids };
}

async function anyOf({ db }: Services, which: SQL | undefined): Promise<boolean> {
	const rows = await db.execute(sql`select from notifications where ${which} limit 1`);
	return rows.length > 0;
}

function among(ids: string[]): SQL {
	return sql`notifications.id = any(${sql.param(ids)}::uuid[])`;
}
