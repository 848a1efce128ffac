import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { baseLocale } from '#lib/i18n/locales.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import { partnerRoles } from '#lib/model/access/holds.ts';
import type { AdoptionsShown } from '#lib/model/adoptions/shown.ts';
import type { PracticeHead } from '#lib/model/practices/practice.ts';
import type { Database } from '../db/client.ts';
import { adoptions } from '../db/schema/adoptions.ts';
import { people } from '../db/schema/people.ts';
import { pairs } from './find.ts';
import { presentAdoptions } from './present.ts';
import { visibleAdoptions } from './visible.ts';

/** Code of the city for which somebody works in a network. */
export function cityOfActor(actor: Actor, network: string): string | null {
	if (actor.kind === 'visitor') return null;
	const held = actor.memberships.find((one) => one.network === network && one.city !== null && partnerRoles.includes(one.role));
	return held?.city ?? null;
}

/** Which cities take over a practice, as far as this actor may read it, and what their own city can do with it. */
export async function adoptionsOf(
	db: Database,
	actor: Actor,
	{ id, network, city: owner, state }: Pick<PracticeHead, 'id' | 'network' | 'city' | 'state'>,
	now: Date
): Promise<AdoptionsShown> {
	const city = cityOfActor(actor, network);
	const own = city !== null && city !== owner ? city : null;
	const [told, threads] = await Promise.all([
		pairs(db, and(eq(adoptions.practiceId, id), visibleAdoptions(actor))),
		own === null ? [] : pairs(db, eq(adoptions.practiceId, id))
	]);
	const hasThread = threads.some((row) => row.city === own);
	const offered = state === 'published' || hasThread;
	const commandIds = { mark: randomUUID(), move: randomUUID(), ask: randomUUID() };
	return {
		adoptions: await presentAdoptions(db, told, now),
		own: own !== null && offered ? { city: own, hasThread, writingLanguage: await languageOf(db, actor), commandIds } : null
	};
}

async function languageOf(db: Database, actor: Actor): Promise<string> {
	if (actor.kind === 'visitor') return baseLocale;
	const [row] = await db.select({ lang: people.writingLanguage }).from(people).where(eq(people.id, actor.id));
	return row?.lang ?? baseLocale;
}
