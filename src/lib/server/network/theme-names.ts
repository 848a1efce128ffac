import { asc, eq } from 'drizzle-orm';
import { spoken } from '#lib/model/localized.ts';
import type { Database } from '../db/client.ts';
import { themes } from '../db/schema/networks.ts';

/** A theme of the network, its name in the reader's language. */
export interface ThemeName {
	slug: string;
	name: string;
}

/** The themes of a network in its order. */
export async function themeNames(db: Database, network: string, locale: string): Promise<ThemeName[]> {
	const rows = await db
		.select({ slug: themes.slug, name: themes.name })
		.from(themes)
		.where(eq(themes.networkId, network))
		.orderBy(asc(themes.position));
	return rows.map(({ slug, name }) => ({ slug, name: spoken(name, locale) }));
}
