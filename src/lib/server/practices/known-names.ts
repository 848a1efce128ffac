import { and, eq, inArray } from 'drizzle-orm';
import type { PracticeValues } from '#lib/model/practices/values.ts';
import type { Transaction } from '../db/client.ts';
import { themes } from '../db/schema/networks.ts';
import { Invalid } from '../platform/errors.ts';
import { teamOf } from './around.ts';

type Naming = Partial<Pick<PracticeValues, 'contact' | 'themes'>>;

/**
 * An entry names people of its city's team and themes of its network. What it named before stays, also when that person has
 * left or that theme is gone.
 * @throws Invalid `not_of_city`, `no_theme`
 */
export async function holdToKnown(
	tx: Transaction,
	{ network, city, now }: { network: string; city: string; now: Date },
	values: Naming,
	before: readonly Naming[] = []
): Promise<void> {
	const issues = [];
	const { contact } = values;
	if (contact && !before.some((one) => one.contact === contact)) {
		const team = await teamOf(tx, { network, city }, now);
		if (!team.some(({ id }) => id === contact)) issues.push({ field: 'values.contact', code: 'not_of_city' });
	}
	const added = (values.themes ?? []).filter((slug) => !before.some((one) => one.themes?.includes(slug)));
	if (added.length > 0) {
		const known = await tx
			.select({ slug: themes.slug })
			.from(themes)
			.where(and(eq(themes.networkId, network), inArray(themes.slug, added)));
		if (known.length < added.length) issues.push({ field: 'values.themes', code: 'no_theme' });
	}
	if (issues.length > 0) throw new Invalid(issues);
}
