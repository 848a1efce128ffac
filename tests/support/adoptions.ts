import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import type { PracticeValues } from '#lib/model/practices/values.ts';
import { markInterest } from '#lib/server/adoptions/steps.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { publishChanges } from '#lib/server/practices/publish.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { leavePublished, little, once, type PracticeGround, type TestServices } from './practices.ts';

export { expect, once, test, type PracticeGround, type TestServices } from './practices.ts';

/** Ids of the parts of the practice that is taken over. */
export const parts = { core: randomUUID(), upgrade: randomUUID() };

/** A published entry of Coimbra in two parts, which Rui coordinates. */
export function leaveInParts(services: TestServices, ground: PracticeGround, values: Partial<PracticeValues> = {}): Promise<string> {
	const modules = [
		{ id: parts.core, kind: 'core' as const, title: 'A stall for everybody', text: '' },
		{ id: parts.upgrade, kind: 'upgrade' as const, title: 'An evening market', text: '' }
	];
	return leavePublished(services, ground, { ...little(), modules, ...values });
}

/** That practice, and the adoption by Daugavpils, whose Ilze marked interest. */
export async function leaveAdoption(services: TestServices, ground: PracticeGround): Promise<{ practice: string; id: string }> {
	const practice = await leaveInParts(services, ground);
	const { id } = await markInterest(services, ground.ilze, { ...once(), id: practice, city: 'da' });
	return { practice, id };
}

/** Publishes a change of the practice, as its `n`-th revision. */
export async function publishAgain(services: TestServices, { ines }: PracticeGround, practice: string, n: number): Promise<void> {
	const values = { lessons: fromMarkdown(`Rain came ${n} times.`) };
	await savePractice(services, ines, { ...once(), id: practice, base: n - 1, values });
	await publishChanges(services, ines, { ...once(), id: practice, n });
}

/** What somebody's inbox says, the newest first. */
export async function inboxOf(
	services: TestServices,
	person: Person,
	view: 'waiting' | 'informing' = 'waiting'
): Promise<(string | undefined)[]> {
	await deliveryOf(services).due();
	const { entries } = await openInbox(services.db, person, { view });
	const cards = await cardsOf(services.db, person, 'en', entries);
	return entries.map(({ id }) => cards[id]?.says ?? cards[id]?.excerpt?.text);
}
