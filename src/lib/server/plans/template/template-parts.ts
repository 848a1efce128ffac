import { asc, eq } from 'drizzle-orm';
import type { TemplatePart } from '#lib/model/plans/parts.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { planTemplates } from '../../db/schema/plans.ts';
import { defaultParts } from './default-parts.ts';

/** What parts a plan of this network begins with, in their order. */
export async function templateParts(db: Database | Transaction, network: string): Promise<readonly TemplatePart[]> {
	const own = await db
		.select({ part: planTemplates.part, title: planTemplates.title, hint: planTemplates.hint })
		.from(planTemplates)
		.where(eq(planTemplates.networkId, network))
		.orderBy(asc(planTemplates.position));
	return own.length > 0 ? own : defaultParts;
}
