import { roleName } from '#lib/i18n/roles.ts';
import type { Hit } from '#lib/model/search/results.ts';
import type { CityTag } from '#lib/model/people/tags.ts';
import { kindOf } from '../meetings/names.ts';
import type { PaletteEntry } from './palette-entries.ts';

/** Something that was found, as the palette offers it. */
export function hitEntry(hit: Hit, cities: readonly CityTag[]): PaletteEntry {
	const cityOf = (code: string | null) => cities.find((city) => city.code === code);
	const words = hit.excerpt.map(({ text }) => text).join('');
	const marked = (city: CityTag | undefined) => (city ? { city } : {});
	switch (hit.kind) {
		case 'post':
			return { href: hit.href, name: hit.author.name, says: words, lang: hit.lang, person: hit.author };
		case 'file':
			return { href: hit.href, name: hit.file.name, says: [hit.author.name, words].filter(Boolean).join(' · '), icon: 'file' };
		case 'meeting': {
			const city = cityOf(hit.meeting.host);
			return {
				href: hit.href,
				name: [city?.name, kindOf(hit.meeting)].filter(Boolean).join(' · '),
				says: words,
				lang: hit.lang,
				...marked(city)
			};
		}
		case 'person':
			return { href: hit.href, name: hit.person.name, says: hit.roles.map((role) => roleName(role)).join(', '), person: hit.person };
		case 'city': {
			const city = cityOf(hit.city);
			return { href: hit.href, name: city?.name ?? hit.city, says: words, lang: hit.lang, ...marked(city) };
		}
	}
}
