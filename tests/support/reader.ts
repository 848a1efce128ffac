import { visitor } from '#lib/model/access/actor.ts';
import { readerKey, type Reader } from '#lib/components/ui/reader.svelte.ts';

/** Somebody who reads, with nothing of their own unless it is said. */
export const someReader = (own: Partial<Reader> = {}): Reader => ({
	me: null,
	actor: visitor,
	locale: 'en',
	timeZone: 'Europe/Riga',
	theme: 'system',
	letterKeys: true,
	now: '2017-03-30T12:00:00.000Z',
	network: null,
	cities: [],
	rooms: [],
	unreadCounts: {},
	waiting: null,
	origin: 'https://swing.test',
	...own
});

/** The context of a component that is read by somebody, as the layout gives it. */
export const readBy = (own: Partial<Reader> = {}): Map<unknown, unknown> => new Map([[readerKey, someReader(own)]]);
