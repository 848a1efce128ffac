import type { ScreenRoom } from './noun.ts';
import { screenNouns } from './nouns.ts';

/** A room, its name in the reader's language. */
export interface NamedRoom extends Omit<ScreenRoom, 'name'> {
	name: string;
}

/** The rooms of all nouns. The server gives them to the page: with their doors every page would load what only some show. */
export function namedRooms(): NamedRoom[] {
	return screenNouns.flatMap(({ room }) => (room ? { ...room, name: room.name() } : []));
}
