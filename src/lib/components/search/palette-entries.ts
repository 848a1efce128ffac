import { m } from '#lib/i18n/m';
import { wordsOf } from '#lib/model/search/words.ts';
import type { Places } from '#lib/model/search/places.ts';
import type { CityTag, PersonTag } from '#lib/model/people/tags.ts';
import { kindOf } from '../meetings/names.ts';
import type { IconName } from '../ui/icons.ts';

/** A place that the palette leads to by name. */
export interface PaletteEntry {
	href: string;
	name: string;
	/** What it is, beside the name. */
	says: string;
	lang?: string;
	/** What stands before it: a city's mark, a person's face, or the sign of a room. */
	city?: CityTag;
	person?: PersonTag;
	icon?: IconName;
	/** Words it is found by, besides its name. */
	also?: string;
}

/** The rooms of the desk. */
export function roomEntries(): PaletteEntry[] {
	const rooms: [string, () => string, IconName][] = [
		['/', m.shell_desk, 'inbox'],
		['/plans', m.shell_plans, 'book-open-text'],
		['/practices', m.shell_practices, 'sprout'],
		['/meetings', m.shell_meetings, 'calendar-days'],
		['/network', m.shell_network, 'users-round'],
		['/inbox', m.shell_inbox, 'bell'],
		['/search', m.search_title, 'search'],
		['/profile', m.shell_profile, 'user-round']
	];
	return rooms.map(([href, name, icon]) => ({ href, name: name(), says: '', icon }));
}

export function placeEntries({ meetings, people }: Places, cities: readonly CityTag[]): PaletteEntry[] {
	const cityOf = (code: string | null) => cities.find((city) => city.code === code);
	return [
		...meetings
			.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))
			.map(({ href, meeting, theme, startsOn }) => {
				const city = cityOf(meeting.host);
				const name = [city?.name, kindOf(meeting)].filter(Boolean).join(' · ');
				return { href, name, says: theme, also: startsOn.slice(0, 4), ...(city ? { city } : {}) };
			}),
		...cities.map((city) => ({ href: `/network/${city.slug}`, name: city.name, says: m.search_kind_city(), city })),
		...people.map(({ href, person }) => ({
			href,
			name: person.name,
			says: cityOf(person.city)?.name ?? m.search_kind_person(),
			person
		}))
	];
}

/** The entries that the typed words are beginnings of, those by their name first. */
export function fitting(entries: readonly PaletteEntry[], typed: string, most: number): PaletteEntry[] {
	const asked = wordsOf(typed).map(({ bare }) => bare);
	if (asked.length === 0) return [];
	const begins = (text: string) => {
		const words = wordsOf(text).map(({ bare }) => bare);
		return (word: string) => words.some((one) => one.startsWith(word));
	};
	const byName = entries.filter(({ name }) => asked.every(begins(name)));
	const byMore = entries.filter(
		(entry) => !byName.includes(entry) && asked.every(begins([entry.name, entry.says, entry.also ?? ''].join(' ')))
	);
	return [...byName, ...byMore].slice(0, most);
}
