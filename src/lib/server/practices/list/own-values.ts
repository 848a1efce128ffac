import { asc, eq } from 'drizzle-orm';
import { spoken } from '#lib/model/localized.ts';
import type { OwnValues } from '#lib/model/practices/facets.ts';
import type { NamedTheme } from '#lib/model/practices/listed.ts';
import type { Database } from '../../db/client.ts';
import { partners, themes } from '../../db/schema/networks.ts';

/** What a network filters by, and how it is called in the reader's language. */
export interface OwnNames {
	own: OwnValues;
	themes: NamedTheme[];
	/** By code. */
	cities: Map<string, string>;
}

/** The themes and cities that a network filters its entries by, themes in its order. */
export async function ownValues(db: Database, network: string, locale: string): Promise<OwnNames> {
	const [named, cities] = await Promise.all([
		db.select({ slug: themes.slug, name: themes.name }).from(themes).where(eq(themes.networkId, network)).orderBy(asc(themes.position)),
		db
			.select({ code: partners.code, name: partners.name, country: partners.country })
			.from(partners)
			.where(eq(partners.networkId, network))
			.orderBy(asc(partners.position))
	]);
	const own = {
		theme: named.map(({ slug }) => slug),
		city: cities.map(({ code }) => code),
		country: [...new Set(cities.map(({ country }) => country))]
	};
	return {
		own,
		cities: new Map(cities.map(({ code, name }) => [code, spoken(name, locale)])),
		themes: named.map(({ slug, name }) => ({ slug, name: spoken(name, locale) }))
	};
}
